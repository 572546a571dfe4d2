import { describe, expect, it } from 'vitest';
import {
  bareMarket,
  bookOf,
  condor,
  ladder,
  marketOf,
  VIX,
  VIX3M,
} from '../../../test/fixtures/scenario-market.ts';
import { volState } from '../../model/vol-state.ts';
import { outcomeOf } from './outcome.ts';
import { replayShock, stagesOf } from './replay-shock.ts';
import { REPLAYS, replayNamed } from './replays.ts';

const market = marketOf(bareMarket());
const all = REPLAYS.flatMap((replay) => replay.stages.map((stage) => ({ replay, stage })));
const laid = (name: string, stage: string, vix?: number, on = market) => {
  const replay = replayNamed(name);
  const found = replay.ok ? replay.value.stages.find(({ id }) => id === stage) : undefined;
  if (!replay.ok || found === undefined) throw new Error(`${name} ${stage}`);
  return replayShock(on, replay.value, found, vix);
};

describe('a replay laid on a calm day', () => {
  it('moves SPX, VIX and VIX3M by what they did, and ages by its days', () => {
    const done = laid('aug-2015', 'peak');
    expect(done).toMatchObject({ value: { shock: { spx: -0.1022, days: 25 }, notes: [], clipped: [] } });
    if (!done.ok) return;
    expect(VIX + done.value.shock.vix).toBeCloseTo(VIX * Math.exp(1.2115), 9);
    expect(done.value.shock.vix3m).toBeCloseTo(VIX3M * Math.exp(0.75), 9);
  });

  it('can be repriced, every stage of every storm', () => {
    const book = bookOf(bareMarket(), [condor(), ...ladder()]);
    for (const { replay, stage } of all) {
      const done = replayShock(market, replay, stage, 40);
      expect(done.ok && outcomeOf(book, done.value.shock).ok, `${replay.id} ${stage.id}`).toBe(true);
    }
  });

  it('says that a storm from a high VIX is too mild, and that VX is understated in February 2018', () => {
    expect(laid('mar-2020', 'worst-day')).toMatchObject({ value: { notes: ['from-stress'] } });
    expect(laid('feb-2018', 'peak')).toMatchObject({ value: { notes: ['vx-understated'] } });
    const high = marketOf(bareMarket({ vix: 30, vix3m: 29 }));
    expect(laid('mar-2020', 'worst-day', undefined, high)).toMatchObject({ value: { notes: [] } });
  });

  it('has no VIX in October 1987 but the one that is brought', () => {
    expect(laid('oct-1987', 'worst-day')).toMatchObject({
      failure: { code: 'index-only', replay: 'oct-1987' },
    });
    expect(laid('oct-1987', 'worst-day', 60)).toMatchObject({
      value: { shock: { spx: -0.2047, vix: 60, days: 3 }, notes: ['vix-brought'] },
    });
  });
});

describe('a replay laid on a VIX already high', () => {
  const high = marketOf(bareMarket({ vix: 60, vix3m: 50 }));
  const done = laid('mar-2020', 'peak', undefined, high);

  it('is held where the model ends, both indices the same share of their way, and says so', () => {
    expect(done.ok).toBe(true);
    if (!done.ok) return;
    const { shock, clipped } = done.value;
    expect(clipped).toMatchObject([{ code: 'vix-held', used: 60 + shock.vix }]);
    expect(clipped[0]?.asked).toBeCloseTo(60 * Math.exp(1.7493), 9);
    const share = Math.log((60 + shock.vix) / 60) / 1.7493;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(1);
    expect(Math.log((shock.vix3m ?? 0) / 50) / 1.4538).toBeCloseTo(share, 9);
    const { vix, vix3m } = high.today.model;
    const state = volState(vix, vix3m, 60 + shock.vix, shock.vix3m ?? 0);
    expect(state.ok && Math.max(Math.abs(state.value.x), Math.abs(state.value.y))).toBeCloseTo(5, 6);
  });
});

describe('the stages of a replay', () => {
  it('are all of them, or the one named', () => {
    const replay = replayNamed('mar-2020');
    if (!replay.ok) throw new Error('mar-2020');
    expect(stagesOf(replay.value)).toMatchObject({ value: replay.value.stages });
    expect(stagesOf(replay.value, 'trough')).toMatchObject({ value: [{ id: 'trough' }] });
    expect(stagesOf(replay.value, 'bottom')).toEqual({
      ok: false,
      failure: {
        code: 'no-such-stage',
        replay: 'mar-2020',
        asked: 'bottom',
        known: ['worst-day', 'calm-week', 'peak', 'trough'],
      },
    });
  });
});
