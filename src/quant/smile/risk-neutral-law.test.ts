import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otmPremium } from '../black76.ts';
import { probabilityBelow, probabilityBetween } from '../lognormal.ts';
import { butterflyRoom, essviSlice } from './essvi.ts';
import {
  callValue,
  chanceAbove,
  chanceBelow,
  chanceBetween,
  densityAt,
  putValue,
  quantile,
} from './law-chances.ts';
import { type LawInputs, type RiskNeutralLaw, riskNeutralLaw, trimmedLaw } from './risk-neutral-law.ts';
import { type SviParams, sviSlice } from './svi.ts';

const lawOf = (inputs: LawInputs): RiskNeutralLaw => {
  const law = riskNeutralLaw(inputs);
  if (!law.ok) throw new Error(law.failure.code);
  return law.value;
};

/** A 30-day SPX smile: about 15 % at the money, steep puts, near-flat calls. */
const month: SviParams = { a: 0.0004, b: 0.021, rho: -0.55, m: 0.012, sigma: 0.04 };
const FORWARD = 4200;
const skewed = lawOf({ forward: FORWARD, slice: (k) => sviSlice(month, k), low: -0.3, high: 0.15 });

/** Simpson's rule. */
function integral(f: (x: number) => number, from: number, to: number, parts = 2000): number {
  const h = (to - from) / parts;
  let sum = f(from) + f(to);
  for (let i = 1; i < parts; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}

/** Mean of f(S) by quadrature over ln S: the tails, the part between, each smooth. */
function meanOf(law: RiskNeutralLaw, f: (strike: number) => number, kinks: readonly number[] = []): number {
  const { below, above } = law;
  const breaks = [0.02 * law.forward, below.strike, ...kinks, above.strike, 60 * law.forward];
  let sum = 0;
  for (const [i, to] of breaks.entries()) {
    const from = breaks[i - 1];
    if (from === undefined) continue;
    // Just inside: at an edge the density is that of the tail.
    const [low, high] = [Math.log(from) + 1e-12, Math.log(to) - 1e-12];
    sum += integral((x) => f(Math.exp(x)) * densityAt(law, Math.exp(x)) * Math.exp(x), low, high);
  }
  return sum;
}

describe('of a skewed smile', () => {
  it.each([
    // mpmath, 80 digits: first and second difference of Black calls on this slice, step 1e-20
    [3700, 0.020727350147228554, 0.00010379364350218856],
    [4000, 0.10358355065985593, 0.0006287478075074918],
    [4200, 0.4142949756885335, 0.0029685112974648224],
    [4350, 0.8548399105262413, 0.0018691687109445784],
    [4450, 0.9632837705601326, 0.0005197010270020282],
  ])('gives the chance and the density at %d that call prices imply', (strike, below, density) => {
    expect(chanceBelow(skewed, strike) / below).toBeCloseTo(1, 13);
    expect(chanceAbove(skewed, strike) / (1 - below)).toBeCloseTo(1, 12);
    expect(densityAt(skewed, strike) / density).toBeCloseTo(1, 12);
  });

  it('is not what the vol of the strike alone would say: skew moves the chance at the money by eight points', () => {
    const vol = Math.sqrt(sviSlice(month, 0).w);
    const flat = probabilityBelow({ forward: FORWARD, vol, expiry: 1 }, FORWARD);
    expect(flat - chanceBelow(skewed, FORWARD)).toBeGreaterThan(0.08);
  });

  it('has mass one and the forward for its mean', () => {
    expect(meanOf(skewed, () => 1)).toBeCloseTo(1, 9);
    expect(meanOf(skewed, (s) => s) / FORWARD).toBeCloseTo(1, 9);
  });

  it('prices every option between its edges as the smile does', () => {
    for (const strike of [3300, 3800, 4100, 4200, 4300, 4600]) {
      const deviation = Math.sqrt(sviSlice(month, Math.log(strike / FORWARD)).w);
      const premium = otmPremium(FORWARD, strike, deviation);
      const [put, call] = [Math.max(strike - FORWARD, 0) + premium, Math.max(FORWARD - strike, 0) + premium];
      expect(meanOf(skewed, (s) => Math.max(strike - s, 0), [strike])).toBeCloseTo(put, 5);
      expect(meanOf(skewed, (s) => Math.max(s - strike, 0), [strike])).toBeCloseTo(call, 5);
      expect(putValue(skewed, strike)).toBeCloseTo(put, 12);
      expect(callValue(skewed, strike)).toBeCloseTo(call, 12);
    }
  });

  it('prices options in its tails by its own density', () => {
    for (const strike of [2500, 3000]) {
      const mean = meanOf(skewed, (s) => Math.max(strike - s, 0));
      expect(Math.abs(mean / putValue(skewed, strike) - 1)).toBeLessThan(1e-3); // a kink inside a part
    }
    expect(putValue(skewed, 0)).toBe(0);
    expect(callValue(skewed, 0)).toBeCloseTo(FORWARD, 9);
  });

  it('joins its tails without a jump in chance or price', () => {
    for (const edge of [skewed.below.strike, skewed.above.strike]) {
      const step = 1e-9 * edge;
      for (const of of [chanceBelow, chanceAbove, putValue, callValue])
        expect(Math.abs(of(skewed, edge + step) - of(skewed, edge - step))).toBeLessThan(1e-5);
    }
  });
});

it('is the lognormal law where the smile is flat', () => {
  const [vol, expiry] = [0.2, 0.25];
  const flat = lawOf({
    forward: 100,
    slice: () => ({ w: vol * vol * expiry, w1: 0, w2: 0 }),
    low: -0.6,
    high: 0.6,
  });
  const law = { forward: 100, vol, expiry };
  for (const strike of [60, 85, 100, 104, 150]) {
    expect(chanceBelow(flat, strike) / probabilityBelow(law, strike)).toBeCloseTo(1, 13);
  }
  expect(chanceBetween(flat, 90, 110)).toBeCloseTo(probabilityBetween({ ...law, low: 90, high: 110 }), 14);
});

it('keeps the digits of a small chance in either tail', () => {
  const flat = lawOf({ forward: 100, slice: () => ({ w: 0.01, w1: 0, w2: 0 }), low: -1.5, high: 1.5 });
  // mpmath, 40 digits: N(-d2) at K = 30 and N(d2) at K = 330
  expect(chanceBelow(flat, 30) / 2.011117714019068e-33).toBeCloseTo(1, 11);
  expect(chanceAbove(flat, 330) / 2.023375321115304e-33).toBeCloseTo(1, 11);
});

describe('of any eSSVI slice without butterfly arbitrage', () => {
  const anyLaw = fc
    .tuple(
      fc.double({ min: Math.log(1e-4), max: Math.log(0.1), noNaN: true }).map(Math.exp),
      fc.double({ min: -0.9, max: 0.9, noNaN: true }),
      fc.double({ min: 0.1, max: 0.95, noNaN: true }),
    )
    .map(([theta, rho, share]) => {
      const psi = share * Math.min(Math.sqrt((4 * theta) / (1 + Math.abs(rho))), 4 / (1 + Math.abs(rho)));
      const slice = { theta, rho, psi };
      expect(butterflyRoom(slice)).toBeGreaterThan(0);
      const reach = 5 * Math.sqrt(theta);
      return lawOf({ forward: 100, slice: (k) => essviSlice(slice, k), low: -reach, high: reach });
    });
  const anyP = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

  it('has chances that add to one and rise with the strike', () => {
    const anyStrike = fc.double({ min: 20, max: 500, noNaN: true });
    fc.assert(
      fc.property(anyLaw, anyStrike, anyStrike, (law, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(chanceBelow(law, one) + chanceAbove(law, one)).toBeCloseTo(1, 14);
        expect(chanceBelow(law, high)).toBeGreaterThanOrEqual(chanceBelow(law, low) - 1e-15);
        const whole = chanceBelow(law, low) + chanceBetween(law, low, high) + chanceAbove(law, high);
        expect(whole).toBeCloseTo(1, 14);
        expect(densityAt(law, one)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('has a quantile that is the inverse of its chance', () => {
    fc.assert(
      fc.property(anyLaw, anyP, (law, p) => {
        const strike = quantile(law, p);
        // Brent stops at 1e-12 in k; the density per unit of k is below 100.
        expect(Math.abs(chanceBelow(law, strike) - p)).toBeLessThan(1e-10);
      }),
    );
  });

  it('has mass one and the forward for its mean', () => {
    fc.assert(
      fc.property(anyLaw, (law) => {
        const looked = chanceBetween(law, 2, 6000); // where the quadrature looks
        expect(Math.abs(meanOf(law, () => 1) - looked)).toBeLessThan(1e-7);
        expect(Math.abs(callValue(law, 0) / 100 - 1)).toBeLessThan(1e-12);
        expect(Math.abs(putValue(law, 1e9) / (1e9 - 100) - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('owes put spreads their chance: a narrow one pays its width times the chance in the middle', () => {
    fc.assert(
      fc.property(anyLaw, anyP, (law, p) => {
        const strike = quantile(law, p);
        const h = 1e-5 * strike;
        fc.pre(h > 1e-9);
        const edges = [law.below.strike, law.above.strike];
        fc.pre(edges.every((edge) => Math.abs(strike - edge) > 2 * h)); // the density may jump there
        const slope = (putValue(law, strike + h) - putValue(law, strike - h)) / (2 * h);
        expect(Math.abs(slope - chanceBelow(law, strike))).toBeLessThan(1e-6);
      }),
    );
  });
});

describe('of a smile that implies none out to its edges', () => {
  /** Variance turns up past 3 % so steeply that calls there cost more than nearer ones. */
  const hooked = (k: number) => {
    const x = Math.max(k - 0.03, 0);
    return { w: 0.0005 + 4 * x ** 3, w1: 12 * x * x, w2: 24 * x };
  };
  const inputs = { forward: 100, slice: hooked, low: -0.08, high: 0.1 };

  it('is taken as far as the smile implies one, and has the forward for its mean', () => {
    expect(riskNeutralLaw(inputs).ok).toBe(false);
    const trimmed = trimmedLaw(inputs);
    if (!trimmed.ok) throw new Error(trimmed.failure.code);
    const law = trimmed.value;
    expect(law.low).toBe(-0.08);
    expect(law.high).toBeLessThan(0.1);
    expect(law.high).toBeGreaterThan(0.03);
    // The third derivative of w jumps at 3 %: the quadrature is cut there.
    const kink = 100 * Math.exp(0.03);
    expect(meanOf(law, () => 1, [kink])).toBeCloseTo(1, 6);
    expect(callValue(law, 0)).toBeCloseTo(100, 10);
  });

  it('is the whole law where there is one', () => {
    const whole = { ...inputs, high: 0.03 };
    expect(trimmedLaw(whole)).toEqual(riskNeutralLaw(whole));
  });

  it('is none when the money itself is at fault', () => {
    const slice = () => ({ w: 0.04, w1: 0, w2: -3 });
    expect(trimmedLaw({ ...inputs, slice })).toMatchObject({
      ok: false,
      failure: { code: 'butterfly-arbitrage' },
    });
  });
});

describe('refuses', () => {
  const vogt: SviParams = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };

  it('the slice of Axel Vogt where its density is negative, and takes it where it is not', () => {
    const inputs = { forward: 1, slice: (k: number) => sviSlice(vogt, k), low: -1, high: 1.2 };
    expect(riskNeutralLaw(inputs)).toMatchObject({ ok: false, failure: { code: 'butterfly-arbitrage' } });
    expect(riskNeutralLaw({ ...inputs, high: 0.5 }).ok).toBe(true);
  });

  it('a smile whose edge belongs to no law', () => {
    // Variance falls so steeply at the left edge that the put spread there would cost less than nothing.
    const slice = (k: number) => ({ w: 0.04, w1: k < -0.29 ? -0.9 : 0, w2: k < -0.29 ? 3 : 0 });
    expect(riskNeutralLaw({ forward: 1, slice, low: -0.3, high: 0.3 })).toEqual({
      ok: false,
      failure: { code: 'no-tail', edge: 'low' },
    });
  });

  it('edges on the wrong side, a forward of 0, a strike below 0, a chance of 1', () => {
    const inputs = { forward: 1, slice: (k: number) => sviSlice(month, k), low: -0.1, high: 0.1 };
    expect(() => riskNeutralLaw({ ...inputs, low: 0 })).toThrow('low must be < 0');
    expect(() => riskNeutralLaw({ ...inputs, high: -0.1 })).toThrow('high must be > 0');
    expect(() => riskNeutralLaw({ ...inputs, forward: 0 })).toThrow('forward');
    expect(() => chanceBelow(skewed, -1)).toThrow('strike must be >= 0');
    expect(() => densityAt(skewed, 0)).toThrow('strike must be finite and > 0');
    expect(() => quantile(skewed, 1)).toThrow('p must be > 0 and < 1');
  });
});
