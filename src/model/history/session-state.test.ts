import { describe, expect, it } from 'vitest';
import { type Dated, eveningOf, historyAt } from '../../../test/dated-history.ts';
import { isoDate } from '../../core/dates.ts';
import { points } from '../../core/units.ts';
import type { History, VxCurve } from '../../market/history.ts';
import { jointModel } from '../joint-model.ts';
import { volIndexAt } from '../variance-window.ts';
import { type SessionState, sessionState } from './session-state.ts';
import { vix3mProxy } from './vix3m-proxy.ts';

const SESSION = isoDate('2012-05-18');
const VIX: Dated = { '2012-05-16': 22.27, '2012-05-17': 24.49, '2012-05-18': 25.1 };
const VIX3M: Dated = { '2012-05-16': 24.9, '2012-05-17': 26.6, '2012-05-18': 27.2 };
const curve = (session: string, ...settles: readonly [string, number][]): VxCurve => ({
  session: isoDate(session),
  availableAt: eveningOf(session),
  contracts: settles.map(([expiration, settle]) => ({
    expiration: isoDate(expiration),
    settle: points(settle),
  })),
});
const MAY_18 = curve(
  SESSION,
  ['2012-06-20', 25.65],
  ['2012-07-18', 26.4],
  ['2012-08-22', 26.9],
  ['2012-09-19', 27.4],
);

const model = jointModel();
function stateOf(past: History): SessionState {
  const found = sessionState(model, past, SESSION);
  if (!found.ok) throw new Error(found.failure.detail);
  return found.value;
}

describe('sessionState', () => {
  it('shows the VIX and VIX3M of the session again', () => {
    const { state, vix, vix3m, tags, vx } = stateOf(
      historyAt(SESSION, { 'VIX.close': VIX, 'VIX3M.close': VIX3M }),
    );
    expect([vix, vix3m]).toEqual([25.1, 27.2]);
    expect(volIndexAt(model.vix, state.x, state.y)).toBeCloseTo(25.1, 9);
    expect(volIndexAt(model.vix3m, state.x, state.y)).toBeCloseTo(27.2, 9);
    expect(tags).toEqual({ vix3m: 'real', vx: 'modelled', isClipped: false });
    expect(vx).toBeUndefined();
  });

  it('puts the regression in the place of a VIX3M that was not published, and says so', () => {
    const { vix3m, tags } = stateOf(historyAt(SESSION, { 'VIX.close': VIX }));
    expect(tags.vix3m).toBe('proxied');
    expect(vix3m).toBe(vix3mProxy(Float64Array.from(Object.values(VIX))));
  });

  it('reproduces a VX curve to rounding, and logs how far it was away', () => {
    const past = historyAt(SESSION, { 'VIX.close': VIX, 'VIX3M.close': VIX3M }, [
      curve('2012-05-17', ['2012-06-20', 25.2]),
      MAY_18,
    ]);
    const { vx: curveAsked, tags } = stateOf(past);
    const vx = curveAsked?.();
    if (vx === undefined) throw new Error('no curve');
    expect(tags.vx).toBe('real');
    expect(vx.pairs.map(({ quoted }) => quoted)).toEqual([25.65, 26.4, 26.9, 27.4]);
    for (const { years, quoted, model: own } of vx.pairs) {
      expect(own * vx.shift(years)).toBeCloseTo(quoted, 9);
      expect(Math.abs(Math.log(quoted / own))).toBeLessThanOrEqual(vx.size);
    }
    expect(vx.size).toBeGreaterThan(0);
    expect(vx.size).toBeLessThan(0.15);
  });

  it('takes no curve of another session', () => {
    const yesterday = curve('2012-05-17', ['2012-06-20', 25.2]);
    const past = historyAt(SESSION, { 'VIX.close': VIX, 'VIX3M.close': VIX3M }, [yesterday]);
    expect(stateOf(past).tags.vx).toBe('modelled');
  });

  it('does not see what came later', () => {
    const later = { '2012-05-21': 90, '2012-05-22': 9 };
    const poisoned = (): Record<string, Dated> => ({ 'VIX.close': { ...VIX, ...later } });
    const asKnown = JSON.stringify(stateOf(historyAt(SESSION, { 'VIX.close': VIX })));
    expect(JSON.stringify(stateOf(historyAt(SESSION, poisoned())))).toBe(asKnown);
    expect(JSON.stringify(stateOf(historyAt('2012-05-25', poisoned())))).toBe(asKnown);
  });

  it('says that a session has no VIX, or a pair of indices no state', () => {
    const failureOf = (series: Record<string, Dated>): string => {
      const found = sessionState(model, historyAt(SESSION, series), SESSION);
      return found.ok ? 'none' : `${found.failure.code}: ${found.failure.detail}`;
    };
    expect(failureOf({})).toBe('no-vix: no VIX close of 2012-05-18 is known');
    expect(failureOf({ 'VIX.close': { '2012-05-17': 24.49 } })).toMatch(/^no-vix/);
    expect(failureOf({ 'VIX.close': { [SESSION]: 10 }, 'VIX3M.close': { [SESSION]: 60 } })).toMatch(
      /^no-state: no state of the model shows VIX 10 with VIX3M 60/,
    );
  });

  it('says when the factors lie beyond the smiles it has', () => {
    // Indices no session ever closed at, though a state of the model shows them.
    const past = historyAt(SESSION, { 'VIX.close': { [SESSION]: 118 }, 'VIX3M.close': { [SESSION]: 112 } });
    expect(stateOf(past).tags.isClipped).toBe(true);
  });
});
