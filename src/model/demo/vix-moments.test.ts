import { expect, it } from 'vitest';
import { jointModel } from '../joint-model.ts';
import { vixLaw, vixMean, vvixOf } from '../vix-law.ts';
import { vixMoments } from './vix-moments.ts';

const model = jointModel();
const STATES = [
  { x: 0, y: 0 },
  { x: -0.3, y: -0.9 },
  { x: 1.5, y: 0.5 },
  { x: -1.5, y: -1.5 },
  { x: 2.5, y: 2.5 },
];

it('is the future and the mean logarithm of the whole law', () => {
  for (const state of STATES)
    for (const days of [2, 9, 30, 90, 270]) {
      const { future, meanLog } = vixMoments(model, state, days / 365);
      const law = vixLaw(model.parameters, model.vix, state, days / 365);
      // Six nodes a factor against the law's ten rows of forty-nine places.
      expect(Math.abs(future / law.future - 1)).toBeLessThan(1.5e-5);
      expect(Math.abs(meanLog - vixMean(law, Math.log))).toBeLessThan(1.5e-5);
    }
});

it('gives VVIX to two hundredths', () => {
  const years = 30 / 365;
  for (const state of STATES) {
    const { future, meanLog } = vixMoments(model, state, years);
    const vvix = 100 * Math.sqrt((2 / years) * (Math.log(future) - meanLog));
    const whole = vvixOf(vixLaw(model.parameters, model.vix, state, years));
    expect(Math.abs(vvix - whole)).toBeLessThan(0.02);
  }
});
