import { describe, expect, it } from 'vitest';
import { contextOf, daily } from '../../../test/fixtures/signal-history.ts';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { realisedVol } from '../../quant/series/realised-vol.ts';
import { mean, stdDev } from '../../quant/stats.ts';
import { variancePremium } from './s06-variance-premium.ts';

const random = seededRandom(5);
let level = 2800;
const spx = Array.from({ length: 300 }, () => (level *= Math.exp(0.008 * normalDraw(random))));
const vix = spx.map(() => 15 + 2 * normalDraw(random));
const SERIES = [daily('SPX.close', spx), daily('VIX.close', vix)];

/** The same number by another route: realised vol window by window. */
const premiumAt = (i: number): number =>
  (vix[i] ?? 0) ** 2 - (100 * (realisedVol(spx.slice(0, i + 1), 20) ?? 0)) ** 2;

describe('S06', () => {
  it('is half the z-score of the last premium in its year', () => {
    const year = Array.from({ length: 252 }, (_, i) => premiumAt(300 - 252 + i));
    const z = ((year.at(-1) ?? 0) - mean(year)) / stdDev(year);
    const signal = variancePremium(contextOf(SERIES));
    expect('value' in signal && signal.value).toBeCloseTo(Math.max(-1, Math.min(1, z / 2)), 9); // sums in another order
    expect('inputs' in signal && signal.inputs['vrp']).toBeCloseTo(premiumAt(299), 8);
  });

  it('gives the expected daily range of the method from VIX9D and realised vol', () => {
    const signal = variancePremium(contextOf([...SERIES, daily('VIX9D.close', [16])]));
    const { edr = 0, rv20 = 0 } = 'inputs' in signal ? signal.inputs : {};
    expect(edr).toBeCloseTo((0.6 * 16 + 0.4 * rv20) / Math.sqrt(252), 12);
    expect(signal).toMatchObject({ tags: [], inputs: { vix9d: 16 } });
  });

  it('lets VIX stand in for VIX9D and says so', () => {
    expect(variancePremium(contextOf(SERIES))).toMatchObject({
      tags: ['vix-for-vix9d'],
      inputs: { vix9d: vix.at(-1) },
    });
  });

  it('needs a year of premiums', () => {
    const short = [daily('SPX.close', spx.slice(-271)), daily('VIX.close', vix.slice(-271))];
    expect(variancePremium(contextOf(short))).toMatchObject({
      absent: expect.stringContaining('272 needed'),
    });
  });
});
