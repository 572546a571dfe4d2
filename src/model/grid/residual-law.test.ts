import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../quant/normal.ts';
import { logContractCost, meanJump } from '../jump-law.ts';
import { JOINT_MODEL, SPECIFIED_MODEL, type TwoFactorModel } from '../two-factor.ts';
import { addPathOptions, residualLaw } from './residual-law.ts';

const law = residualLaw(SPECIFIED_MODEL, 1e-5, 3);

/** The option the table holds at ln strike d, on a path that moves the forward nowhere. */
function tabled(table: typeof law, i: number, d: number): number {
  const sums = new Float64Array(1);
  addPathOptions(table, i, 0, 1, Float64Array.of(d), sums);
  return sums[0] ?? 0;
}

/** Merton's series over the number of jumps, for Gaussian jumps (Merton 1976, eq. 19). */
function merton(model: TwoFactorModel, i: number, d: number): number {
  if (model.jumps.kind !== 'normal') throw new Error('Gaussian jumps only');
  const { eta, rhoX, rhoY, jumps } = model;
  const expected = (eta * i) / logContractCost(jumps);
  const gaussian = (1 - rhoX ** 2 - rhoY ** 2) * (1 - eta) * i;
  let [chance, sum] = [Math.exp(-expected), 0];
  for (let n = 0; n < 150; n++) {
    if (n > 0) chance *= expected / n;
    const variance = gaussian + n * jumps.sd ** 2;
    const forward = Math.exp(-expected * meanJump(jumps) + n * (jumps.mean + jumps.sd ** 2 / 2));
    const sd = Math.sqrt(variance);
    const d1 = (Math.log(forward) - d) / sd + sd / 2;
    const call = forward * normalCdf(d1) - Math.exp(d) * normalCdf(d1 - sd);
    const put = Math.exp(d) * normalCdf(sd - d1) - forward * normalCdf(-d1);
    sum += chance * (d >= 0 ? call : put);
  }
  return sum;
}

describe('the residual law', () => {
  it('prices as Merton does where jumps are Gaussian', () => {
    for (const i of [1.3e-5, 1e-4, 1e-3, 0.007, 0.05, 0.3, 1.9])
      for (const d of [-1.5, -0.5, -0.2, -0.05, -0.01, -0.001, 0, 0.001, 0.01, 0.1, 0.3]) {
        // Cubic interpolation in a table of 1/8 deviation by 1/4 in log-variance: 7e-6 of a deviation, 1e-5 of a vol.
        expect(Math.abs(tabled(law, i, d) - merton(SPECIFIED_MODEL, i, d)) / Math.sqrt(i)).toBeLessThan(8e-6);
      }
  });

  it('is Black and Scholes without jumps', () => {
    const quiet = { ...SPECIFIED_MODEL, eta: 0 };
    const table = residualLaw(quiet, 1e-3, 1);
    for (const i of [0.002, 0.04, 0.5])
      for (const d of [-0.3, -0.02, 0, 0.05])
        expect(Math.abs(tabled(table, i, d) - merton(quiet, i, d)) / Math.sqrt(i)).toBeLessThan(8e-6);
  });

  it('keeps the forward whatever the jumps: call less put is 1 - K', () => {
    const table = residualLaw(JOINT_MODEL, 1e-4, 1);
    for (const i of [3e-4, 0.01, 0.4])
      for (const d of [-0.1, -0.004, 0.003, 0.08]) {
        // The same strike asked for as a put and, shifted across zero, as a call of another path.
        const sums = new Float64Array(1);
        addPathOptions(table, i, -d - Math.sign(d) * 1e-12, 1, Float64Array.of(-Math.sign(d) * 1e-12), sums);
        const otherSide = (sums[0] ?? 0) / Math.exp(-d);
        const gap = d >= 0 ? tabled(table, i, d) - otherSide : otherSide - tabled(table, i, d);
        expect(gap).toBeCloseTo(1 - Math.exp(d), 8);
      }
  });

  it('fattens the left tail more than the right', () => {
    const table = residualLaw(JOINT_MODEL, 1e-4, 1);
    expect(tabled(table, 0.002, -0.25)).toBeGreaterThan(3 * tabled(table, 0.002, 0.25));
  });
});
