import { describe, expect, it } from 'vitest';
import { bareMarket, marketOf, VIX, VIX3M } from '../../../test/fixtures/scenario-market.ts';
import { conditionalVix } from './conditional-vix.ts';
import { modelResponse } from './model-response.ts';
import { presetShock } from './preset-shock.ts';

const market = marketOf(bareMarket());

describe('a preset', () => {
  it.each(['p10', 'median', 'p90'] as const)(
    'takes the %s of history for VIX, its rule for VIX3M',
    (preset) => {
      const shock = presetShock(market, { preset, spx: -0.04, sessions: 5 });
      const record = conditionalVix({ spx: -0.04, sessions: 5, vix: VIX, quantile: preset });
      expect(shock).toMatchObject({
        value: { shock: { spx: -0.04, vix: record.ok ? record.value.change : 0 }, record: { isThin: false } },
      });
      expect(shock.ok && shock.value.shock.vix3m).toBeUndefined();
    },
  );

  it('takes VIX and VIX3M of the model', () => {
    const { vix, vix3m } = modelResponse(market, -0.04, 5 / 252);
    expect(presetShock(market, { preset: 'model', spx: -0.04, sessions: 5 })).toMatchObject({
      value: { shock: { vix: vix - VIX, vix3m } },
    });
    expect(vix3m).toBeGreaterThan(VIX3M);
  });

  it('lets pass the calendar days its sessions take, or those asked', () => {
    // Thursday 19 November 2026: five sessions on is Friday the 27th, for Thanksgiving lies between.
    const days = (sessions: 1 | 5, asked?: number) => {
      const made = presetShock(market, {
        preset: 'model',
        spx: -0.01,
        sessions,
        ...(asked === undefined ? {} : { days: asked }),
      });
      return made.ok ? made.value.shock.days : undefined;
    };
    expect([days(1), days(5), days(5, 0)]).toEqual([1, 8, 0]);
  });

  it('says what history it does not hold', () => {
    const beyond = presetShock(market, { preset: 'median', spx: -0.115, sessions: 5 });
    expect(beyond).toMatchObject({
      value: {
        clipped: [{ code: 'spx-beyond-record', asked: -0.115, used: -0.1094 }],
        record: { isThin: true },
      },
    });
    expect(presetShock(market, { preset: 'median', spx: -0.05, sessions: 1 })).toMatchObject({
      failure: { code: 'move-outside', lowest: -0.041 },
    });
    const high = marketOf(bareMarket({ vix: 27, vix3m: 26 }));
    expect(presetShock(high, { preset: 'p90', spx: -0.02, sessions: 1 })).toMatchObject({
      failure: { code: 'start-outside', lowest: 13, highest: 20 },
    });
    expect(presetShock(high, { preset: 'model', spx: -0.02, sessions: 1 }).ok).toBe(true);
  });

  it('refuses a move the factors do not follow, and its range is sharp', () => {
    const refused = presetShock(market, { preset: 'model', spx: -0.5, sessions: 1 });
    expect(refused).toMatchObject({ failure: { code: 'spx-outside', asked: -0.5 } });
    if (refused.ok || !('lowest' in refused.failure)) return;
    const { lowest } = refused.failure;
    expect(presetShock(market, { preset: 'model', spx: lowest, sessions: 1 }).ok).toBe(true);
    expect(presetShock(market, { preset: 'model', spx: lowest - 1e-4, sessions: 1 }).ok).toBe(false);
  });
});
