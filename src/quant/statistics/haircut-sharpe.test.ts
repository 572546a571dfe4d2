import { describe, expect, it } from 'vitest';
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  holm,
  type PValueAdjustment,
} from './adjusted-p-values.ts';
import { haircutSharpes } from './haircut-sharpe.ts';

/** Five trials over 240 months, annualised. */
const ANNUAL = [0.75, 0.9, 0.4, -0.5, 0.1];
const annually = (sharpes: readonly number[], adjust: PValueAdjustment): number[] =>
  Array.from(
    haircutSharpes(
      sharpes.map((sharpe) => sharpe / Math.sqrt(12)),
      240,
      adjust,
    ),
    (sharpe) => sharpe * Math.sqrt(12),
  );

describe('agrees with statsmodels multipletests between scipy norm.sf and norm.isf', () => {
  const expected: readonly [string, PValueAdjustment, readonly number[]][] = [
    [
      'bonferroni',
      bonferroni,
      [0.6439096313669737, 0.8113779622988464, 0.20121624509206532, -0.3414695393295943, 0],
    ],
    ['holm', holm, [0.6594840883504389, 0.8113779622988464, 0.32405513401975633, -0.39670711364082856, 0.1]],
    [
      'fdr_by',
      benjaminiYekutieli,
      [0.6345107864427395, 0.7624003065359586, 0.2801976349431857, -0.371692663397932, 0],
    ],
    [
      'fdr_bh',
      benjaminiHochberg,
      [0.6913105707846879, 0.8113779622988464, 0.3767087838742997, -0.4541662684506854, 0.1],
    ],
  ];

  it.each(expected)('%s', (_, adjust, ratios) => {
    const actual = annually(ANNUAL, adjust);
    ratios.forEach((ratio, i) => {
      expect(actual[i]).toBeCloseTo(ratio, 12);
    });
  });
});

it("cuts a ratio of 0.75 over 240 months by more than half when it was one of Harvey and Liu's 200", () => {
  // p = 0.0008 alone; 200 times that is 0.16
  const [first = Number.NaN] = annually([0.75, ...new Array<number>(199).fill(0)], bonferroni);
  expect(first / 0.75).toBeGreaterThan(0.4);
  expect(first / 0.75).toBeLessThan(0.45);
});

it('cuts a lone trial by nothing, an outstanding one by little, and a middling one to the bone', () => {
  expect(annually([0.75], bonferroni)[0]).toBeCloseTo(0.75, 13);
  const [outstanding = 0, middling = 0] = annually([3, 0.5, ...new Array<number>(98).fill(0)], bonferroni);
  expect(outstanding / 3).toBeGreaterThan(0.9);
  expect(middling).toBe(0);
});

it('keeps a ratio whose p-value is smaller than any double', () => {
  expect(haircutSharpes([3, 0], 240, bonferroni)).toEqual(Float64Array.of(3, 0));
});

it('refuses what is none', () => {
  expect(() => haircutSharpes([], 240, holm)).toThrow('sharpes must have at least 1 entries, was 0');
  expect(() => haircutSharpes([Number.NaN], 240, holm)).toThrow('sharpes[0] must be finite, was NaN');
  expect(() => haircutSharpes([0.1], 1, holm)).toThrow('observations must be an integer >= 2, was 1');
});
