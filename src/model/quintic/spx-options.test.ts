import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { black76 } from '../../quant/black76.ts';
import { exponentialForwardVariance, flatForwardVariance } from './forward-variance.ts';
import {
  ONE_FACTOR_JOINT,
  ONE_FACTOR_MEDIUM,
  ONE_FACTOR_MEDIUM_CURVE,
  ONE_FACTOR_SHORT,
  ONE_FACTOR_SHORT_CURVE,
  TWO_FACTOR_TERM_STRUCTURE,
} from './published.ts';
import { oneFactorQuintic, twoFactorQuintic } from './quintic-model.ts';
import { type SpotPaths, simulateSpot } from './spot-paths.ts';
import { simulatedForward, spxImpliedVol, spxOption } from './spx-options.ts';

const xi0 = flatForwardVariance(0.03);
const joint = oneFactorQuintic(ONE_FACTOR_JOINT.parameters, xi0);
const month = { expiry: 1 / 12, steps: 40, pairs: 300_000, seed: 20171023 };
const paths = simulateSpot(joint, month);

const volAt = (of: SpotPaths, strike: number): number => {
  const vol = spxImpliedVol(of, strike);
  return vol.ok ? vol.value : Number.NaN;
};

interface SpxRow {
  readonly logStrikes: readonly number[];
  readonly vols: readonly number[];
}
const golden: { readonly oneFactorSpx: readonly [SpxRow] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../test/golden/model/quintic.json'), 'utf8'),
);

describe('the one-month smile', () => {
  const [{ logStrikes, vols }] = golden.oneFactorSpx;
  it.each(logStrikes.map((x, i) => [x, vols[i] ?? Number.NaN] as const))(
    'at log strike %d is that of finite differences, which draw nothing',
    (x, vol) => {
      const strike = Math.exp(x);
      const right = x >= 0 ? 'call' : 'put';
      const { mean, standardError } = spxOption(paths, { right, strike });
      const option = { right, forward: 1, strike, expiry: 1 / 12, discount: 1 } as const;
      const premium = black76({ ...option, vol });
      const vega = (black76({ ...option, vol: vol + 1e-4 }) - premium) / 1e-4;
      // three standard errors of the draw; 2e-4 for 40 steps and 2e-5 for the finite differences
      expect(Math.abs(mean - premium)).toBeLessThan(3 * standardError + 2.2e-4 * vega);
    },
  );

  it.each([
    [-0.2, 0.3597],
    [-0.1, 0.2455],
    [-0.05, 0.1817],
    [0, 0.1161],
    [0.025, 0.0973],
    [0.05, 0.1045],
  ])('at log strike %d is within 0.002 of the prototype, Euler steps and all', (x, vol) => {
    // market-model.md section 9, B
    expect(Math.abs(volAt(paths, Math.exp(x)) - vol)).toBeLessThan(0.002);
  });
});

describe('the paths', () => {
  const few = { expiry: 0.2, steps: 60, pairs: 20_000, seed: 7 };
  const short = ONE_FACTOR_SHORT_CURVE.parameters;
  const medium = ONE_FACTOR_MEDIUM_CURVE.parameters;
  const published = [
    ['with a flat curve', joint, 0.03],
    [
      'of the short set',
      oneFactorQuintic(ONE_FACTOR_SHORT.parameters, exponentialForwardVariance(short)),
      short.c - ((short.c - short.a) * (1 - Math.exp(-short.b * 0.2))) / (short.b * 0.2),
    ],
    [
      'of the medium set',
      oneFactorQuintic(ONE_FACTOR_MEDIUM.parameters, exponentialForwardVariance(medium)),
      medium.c - ((medium.c - medium.a) * (1 - Math.exp(-medium.b * 0.2))) / (medium.b * 0.2),
    ],
  ] as const;

  it.each(published)(
    '%s keep the forward and the forward variance, to three standard errors',
    (_, model, variance) => {
      const drawn = simulateSpot(model, few);
      const forward = simulatedForward(drawn);
      expect(Math.abs(forward.mean - 1)).toBeLessThan(3 * forward.standardError);
      const spent = simulatedForward({ ...drawn, forwards: drawn.variances });
      const given = (1 - model.rho ** 2) * variance * few.expiry;
      expect(Math.abs(spent.mean - given)).toBeLessThan(3 * spent.standardError);
    },
  );

  it('keep the forward over the paths of the smile too', () => {
    const { mean, standardError } = simulatedForward(paths);
    expect(standardError).toBeLessThan(7e-5);
    expect(Math.abs(mean - 1)).toBeLessThan(3 * standardError);
  });

  it('are the same to the bit for the same seed, and others for another', () => {
    const run = (seed: number) => simulateSpot(joint, { expiry: 0.1, steps: 10, pairs: 50, seed });
    expect(run(3)).toEqual(run(3));
    expect(run(3).forwards).not.toEqual(run(4).forwards);
  });

  it('give Black-Scholes when p hardly moves', () => {
    const still = oneFactorQuintic({ ...ONE_FACTOR_JOINT.parameters, a1: 0, a3: 0, a5: 1e-9 }, xi0);
    const drawn = simulateSpot(still, { expiry: 0.1, steps: 50, pairs: 20_000, seed: 5 });
    for (const strike of [0.9, 1, 1.1]) {
      const right = strike >= 1 ? 'call' : 'put';
      const { mean, standardError } = spxOption(drawn, { right, strike });
      const truth = black76({ right, strike, forward: 1, vol: Math.sqrt(0.03), expiry: 0.1, discount: 1 });
      expect(Math.abs(mean - truth)).toBeLessThan(3 * standardError);
    }
  });

  it('satisfy put-call parity at their own forward', () => {
    const drawn = simulateSpot(joint, few);
    const forward = simulatedForward(drawn).mean;
    for (const strike of [0.7, 0.95, 1, 1.2]) {
      const call = spxOption(drawn, { right: 'call', strike }).mean;
      const put = spxOption(drawn, { right: 'put', strike }).mean;
      expect(Math.abs(call - put - (forward - strike))).toBeLessThan(1e-13); // roundings of running means near 1
    }
  });
});

describe('refuses', () => {
  const run = { expiry: 0.1, steps: 4, pairs: 2, seed: 1 };
  const changed = (change: Partial<typeof ONE_FACTOR_JOINT.parameters>) =>
    oneFactorQuintic({ ...ONE_FACTOR_JOINT.parameters, ...change }, xi0);

  it('a model whose spot is no martingale, or has no vol to start from', () => {
    expect(() => simulateSpot(changed({ rho: 0.1 }), run)).toThrow('rho must be <= 0');
    expect(() => simulateSpot(changed({ a5: 0 }), run)).toThrow('a5 must be > 0');
    expect(() => simulateSpot(changed({ a0: 0 }), run)).toThrow('a0 must not be 0');
  });

  it('two factors', () => {
    const two = twoFactorQuintic(TWO_FACTOR_TERM_STRUCTURE.parameters, xi0);
    expect(() => simulateSpot(two, run)).toThrow('factors must be one for a simulated spot, was 2');
  });

  it('a run that is none, and a strike that is not positive', () => {
    expect(() => simulateSpot(joint, { ...run, expiry: 0 })).toThrow('expiry must be finite and > 0, was 0');
    expect(() => simulateSpot(joint, { ...run, steps: 0 })).toThrow('steps must be an integer >= 1, was 0');
    expect(() => simulateSpot(joint, { ...run, pairs: 1.5 })).toThrow(
      'pairs must be an integer >= 1, was 1.5',
    );
    expect(() => simulateSpot(joint, { ...run, seed: 0.5 })).toThrow('seed must be an integer, was 0.5');
    const drawn = simulateSpot(joint, run);
    expect(() => spxOption(drawn, { right: 'put', strike: 0 })).toThrow(
      'strike must be finite and > 0, was 0',
    );
    const none = { expiry: 1, forwards: new Float64Array(0), variances: new Float64Array(0) };
    expect(() => simulatedForward(none)).toThrow('paths must hold at least one pair, was 0');
  });
});
