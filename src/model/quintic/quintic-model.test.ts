import { describe, expect, it } from 'vitest';
import { gaussHermite } from '../../quant/gauss-hermite.ts';
import { exponentialForwardVariance, flatForwardVariance } from './forward-variance.ts';
import { polynomialAt } from './polynomial.ts';
import {
  ONE_FACTOR_JOINT,
  ONE_FACTOR_MEDIUM,
  ONE_FACTOR_MEDIUM_CURVE,
  ONE_FACTOR_SHORT,
  ONE_FACTOR_SHORT_CURVE,
  TWO_FACTOR_JOINT,
  TWO_FACTOR_JOINT_STICKY,
  TWO_FACTOR_STYLISED,
  TWO_FACTOR_TERM_STRUCTURE,
} from './published.ts';
import {
  meanSquare,
  mixedStdDev,
  oneFactorQuintic,
  type QuinticModel,
  twoFactorQuintic,
  varianceScale,
} from './quintic-model.ts';

const xi0 = flatForwardVariance(0.03);
const joint = ONE_FACTOR_JOINT.parameters;
const term = TWO_FACTOR_TERM_STRUCTURE.parameters;

it('has the standard deviations of the papers', () => {
  const { H, eps } = joint;
  const t = 0.1; // eps^(2 H) / (1 - 2 H) (1 - e^(-2 k t)) is printed below equation 3.2
  const printed = (eps ** (2 * H) / (1 - 2 * H)) * (1 - Math.exp((-(1 - 2 * H) / eps) * t));
  expect(mixedStdDev(oneFactorQuintic(joint, xi0), t)).toBeCloseTo(Math.sqrt(printed), 14);

  const { lambdaX, lambdaY, theta } = term;
  const gathered = (rate: number): number => (1 - Math.exp(-rate * t)) / rate;
  const both = // sigma_G^2 of proposition 2.4
    theta ** 2 * gathered(2 * lambdaX) +
    (1 - theta) ** 2 * gathered(2 * lambdaY) +
    2 * theta * (1 - theta) * gathered(lambdaX + lambdaY);
  expect(mixedStdDev(twoFactorQuintic(term, xi0), t)).toBeCloseTo(Math.sqrt(both), 14);
});

it('scales p so that the mean variance is the forward variance', () => {
  const curve = exponentialForwardVariance(ONE_FACTOR_SHORT_CURVE.parameters);
  const model = oneFactorQuintic(ONE_FACTOR_SHORT.parameters, curve);
  const { nodes, weights } = gaussHermite(6); // exact for p^2, of degree 10
  for (const t of [0, 0.01, 0.1, 1]) {
    const stdDev = mixedStdDev(model, t);
    const mean = nodes.reduce(
      (sum, g, i) => sum + (weights[i] ?? 0) * polynomialAt(model.coefficients, stdDev * g) ** 2,
      0,
    );
    expect(meanSquare(model, t)).toBeCloseTo(mean, 11); // values to 30
    expect(varianceScale(model, t) * mean).toBeCloseTo(curve(t), 14);
  }
});

const models: readonly (readonly [string, QuinticModel])[] = [
  ...Object.entries({ ONE_FACTOR_JOINT, ONE_FACTOR_SHORT, ONE_FACTOR_MEDIUM }).map(
    ([name, { parameters }]) => [name, oneFactorQuintic(parameters, xi0)] as const,
  ),
  ...Object.entries({
    TWO_FACTOR_TERM_STRUCTURE,
    TWO_FACTOR_JOINT,
    TWO_FACTOR_JOINT_STICKY,
    TWO_FACTOR_STYLISED,
  }).map(([name, { parameters }]) => [name, twoFactorQuintic(parameters, xi0)] as const),
];

it.each(models)('%s has a p that changes sign within a standard deviation of the centre', (_, model) => {
  const longRun = mixedStdDev(model, 50);
  expect(polynomialAt(model.coefficients, -0.45 * longRun)).toBeGreaterThan(0);
  expect(polynomialAt(model.coefficients, -longRun)).toBeLessThan(0);
});

it('says where every published set comes from', () => {
  const sets = [ONE_FACTOR_JOINT, ONE_FACTOR_SHORT, ONE_FACTOR_MEDIUM, ONE_FACTOR_MEDIUM_CURVE];
  for (const { source, fittedTo } of sets) {
    expect(source).toMatch(/^Abi Jaber.*arXiv 2212\.10917v2, section/);
    expect(fittedTo).toBe('2017-10-23');
  }
  expect(TWO_FACTOR_STYLISED.fittedTo).toBeUndefined();
  expect(TWO_FACTOR_TERM_STRUCTURE.source).toContain('2503.14158');
});

describe('refuses', () => {
  it('one-factor parameters outside the paper, by name', () => {
    const of = (change: Partial<typeof joint>) => () => oneFactorQuintic({ ...joint, ...change }, xi0);
    expect(of({ a3: -0.1 })).toThrow('a3 must be finite and >= 0, was -0.1');
    expect(of({ eps: 0 })).toThrow('eps must be finite and > 0, was 0');
    expect(of({ H: 0.5 })).toThrow('H must be finite and < 1/2, was 0.5');
    expect(of({ rho: -1.1 })).toThrow('rho must be in [-1, 1], was -1.1');
    expect(of({ a0: 0, a1: 0, a3: 0, a5: 0 })).toThrow('coefficients must not all be 0');
  });

  it('two-factor parameters outside the paper, by name', () => {
    const of = (change: Partial<typeof term>) => () => twoFactorQuintic({ ...term, ...change }, xi0);
    expect(of({ lambdaX: 0 })).toThrow('lambdaX must be finite and > 0, was 0');
    expect(of({ lambdaY: term.lambdaX })).toThrow('lambdaY must differ from lambdaX');
    expect(of({ theta: -0.1 })).toThrow('theta must be finite and >= 0, was -0.1');
    expect(of({ alpha: [1, 0, Number.NaN, 0, 0, 1] })).toThrow('alpha[2] must be finite, was NaN');
    expect(of({ rho: Number.NaN })).toThrow('rho must be in [-1, 1], was NaN');
  });

  it('forward variances that are none', () => {
    expect(() => flatForwardVariance(0)).toThrow('level must be finite and > 0, was 0');
    expect(() => exponentialForwardVariance({ a: 1, b: -1, c: 1 })).toThrow('b must be finite and > 0');
    const model = oneFactorQuintic(joint, () => -0.01);
    expect(() => varianceScale(model, 0.5)).toThrow('forwardVariance(0.5) must be finite and > 0, was -0.01');
  });
});

it('has the curve of the paper: a now, c far ahead', () => {
  const curve = exponentialForwardVariance({ a: 0.0084, b: 2.0436, c: 0.0441 });
  expect(curve(0)).toBe(0.0084);
  expect(curve(Math.LN2 / 2.0436)).toBeCloseTo((0.0084 + 0.0441) / 2, 15);
  expect(curve(100)).toBeCloseTo(0.0441, 15);
});
