import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/dates.ts';
import { MINUTES_PER_YEAR, MS_PER_MINUTE } from '../../core/units.ts';
import { sessionOpen, sessionsIn, stockClose } from '../../market/session-calendar.ts';
import { type FactorState, JOINT_MODEL, SPECIFIED_MODEL, type TwoFactorModel } from '../two-factor.ts';
import { totalVarianceTo, varianceCurve, varianceCurves } from '../variance-curve.ts';
import { varianceWindow, volIndexAt } from '../variance-window.ts';
import { vixCall, vixLaw } from '../vix-law.ts';
import { worldPath } from './world-path.ts';
import { worldPlan } from './world-plan.ts';
import { qWorld } from './world-presets.ts';

/** A calm, an ordinary and a panicking market. */
const STARTS: readonly FactorState[] = [
  { x: -1.5, y: -1.2 },
  { x: -0.13, y: -0.44 },
  { x: 1.5, y: 0.5 },
];
const CARRY = 0.03;
const FIRST = isoDate('2024-01-08');

interface Sample {
  readonly mean: number;
  readonly error: number;
}

function sampleOf(values: Float64Array): Sample {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(square / values.length) };
}

/** Index and factors at the last session's open and close, on so many paths from an index of 1. */
function ends(model: TwoFactorModel, state: FactorState, last: string, paths: number, carry = CARRY) {
  const sessions = sessionsIn(FIRST, isoDate(last));
  const plan = worldPlan(qWorld(carry), model, sessions);
  const at = sessions.length - 1;
  const column = (): Float64Array => new Float64Array(paths);
  const [spx, xOpen, yOpen] = [column(), column(), column()];
  for (let n = 0; n < paths; n++) {
    const path = worldPath(plan, { spx: 1, ...state }, n);
    spx[n] = path.spxClose[at] as number;
    xOpen[n] = path.xOpen[at] as number;
    yOpen[n] = path.yOpen[at] as number;
  }
  return { spx, xOpen, yOpen };
}

const yearsTo = (instant: number): number => (instant - stockClose(FIRST)) / MS_PER_MINUTE / MINUTES_PER_YEAR;

describe.each(STARTS)('the Q-world from %o', (state) => {
  // The morning of 14 Feb 2024 settles February VIX; its close is 37 days from the start.
  const last = isoDate('2024-02-14');
  const { spx, xOpen, yOpen } = ends(JOINT_MODEL, state, last, 6_000);
  const years = yearsTo(stockClose(last));

  it('discounts to a martingale', () => {
    const { mean, error } = sampleOf(spx.map((s) => s * Math.exp(-CARRY * years)));
    expect(Math.abs(mean - 1)).toBeLessThan(3 * error);
  });

  it('delivers the variance that a log contract costs', () => {
    // -2 ln(S/F), with the martingale 2 (S/F - 1) taken out as a control: what is left is nearly the realised variance.
    const cost = spx.map((s) => 2 * (s * Math.exp(-CARRY * years) - 1 - Math.log(s) + CARRY * years));
    const { mean, error } = sampleOf(cost);
    const curve = varianceCurve(varianceCurves(JOINT_MODEL), state);
    expect(Math.abs(mean - totalVarianceTo(curve, years))).toBeLessThan(3 * error);
  });

  it('settles VIX futures and calls in the morning at what they cost', () => {
    const window = varianceWindow(JOINT_MODEL, 30);
    const law = vixLaw(JOINT_MODEL, window, state, yearsTo(sessionOpen(last)));
    const vix = xOpen.map((x, n) => volIndexAt(window, x, yOpen[n] as number));
    const future = sampleOf(vix);
    expect(Math.abs(future.mean - law.future)).toBeLessThan(3 * future.error);
    const strike = 1.3 * law.future;
    const call = sampleOf(vix.map((value) => Math.max(value - strike, 0)));
    expect(Math.abs(call.mean - vixCall(law, strike))).toBeLessThan(3 * call.error);
  });
});

describe('condors held to expiry in the Q-world', () => {
  // market-model.md 9 F: mean pay-off under Q by an independent simulation, with its standard error, of an index of 1
  it.each([
    ['2024-02-01', [0.9541, 0.8996, 1.0324, 1.0523], 0.004731, 0.000017],
    ['2024-02-23', [0.9315, 0.8573, 1.0467, 1.0749], 0.007083, 0.000026],
  ] as const)(
    'to %s cost what the specification found',
    (last, [put, wingPut, call, wingCall], known, knownError) => {
      const { spx } = ends(SPECIFIED_MODEL, { x: -0.13, y: -0.44 }, last, 12_000, 0);
      const over = (x: number): number => Math.max(x, 0);
      const { mean, error } = sampleOf(
        spx.map((s) => over(put - s) - over(wingPut - s) + over(s - call) - over(s - wingCall)),
      );
      expect(Math.abs(mean - known)).toBeLessThan(3 * Math.hypot(error, knownError));
    },
  );
});
