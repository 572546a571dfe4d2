import { SPECIFIED_MODEL } from '../../../src/model/two-factor.ts';
import { varianceWindow, volIndexAt } from '../../../src/model/variance-window.ts';
import { vixCall, vixLaw } from '../../../src/model/vix-law.ts';
import { volState } from '../../../src/model/vol-state.ts';
import { CHECKED_CONDORS, CHECKED_STATE, creditOf } from './model-condor.ts';
import { premiumsByPaths } from './paths-pricer.ts';

/** One shock of the specification's check, and what it says of the 46-day condor and the VIX call after it. */
interface CheckedShock {
  readonly vix: number;
  readonly spx: number;
  /** Change of the condor's value to who sold it, % of the index before. */
  readonly condor: number;
  readonly vixCall?: number;
}

const SHOCKS: readonly CheckedShock[] = [
  { vix: 0, spx: 0, condor: 0, vixCall: 0.524 },
  { vix: 7, spx: -0.05, condor: -0.7, vixCall: 1.083 },
  { vix: 15, spx: -0.07, condor: -1.41, vixCall: 1.593 },
  { vix: 20, spx: -0.1, condor: -2.24, vixCall: 1.848 },
  { vix: -3, spx: 0, condor: 0.24 },
];
/** The check's rule for VIX3M: log changes of .6 of VIX's. */
const SLOPE = 0.6;

export interface ShockGap {
  readonly shock: string;
  readonly condor: number;
  readonly published: number;
  readonly vixCall?: { readonly value: number; readonly published: number };
}

/** The specified model's condor and VIX call after each shock, beside the published values. */
export function goldenScenario(): readonly ShockGap[] {
  const model = SPECIFIED_MODEL;
  const [short, long] = [varianceWindow(model, 30, 12), varianceWindow(model, 93, 12)];
  const [vix, vix3m] = [short, long].map((w) => volIndexAt(w, CHECKED_STATE.x, CHECKED_STATE.y));
  const condor = CHECKED_CONDORS[1];
  const before = creditOf(condor, (ks) =>
    premiumsByPaths({ model, state: CHECKED_STATE, days: condor.days, pairs: 16_384, seed: 11 }, ks),
  );
  return SHOCKS.map(({ vix: dVix, spx, condor: published, vixCall: publishedCall }) => {
    const after = (vix ?? 0) + dVix;
    const state = volState(short, long, after, (vix3m ?? 0) * (after / (vix ?? 1)) ** SLOPE);
    if (!state.ok) throw new Error(state.failure.detail);
    const moved = 1 + spx;
    const { longPut, shortPut, shortCall, longCall } = condor;
    const priced = premiumsByPaths(
      { model, state: state.value, days: condor.days, pairs: 16_384, seed: 11 },
      Float64Array.of(longPut, shortPut, shortCall, longCall).map((strike) => Math.log(strike / moved)),
    );
    // What is out of the money now may not be after the move: intrinsic value is put back on the right of each leg.
    const legs = [
      { strike: longPut, isPut: true, sign: -1 },
      { strike: shortPut, isPut: true, sign: 1 },
      { strike: shortCall, isPut: false, sign: 1 },
      { strike: longCall, isPut: false, sign: -1 },
    ];
    const owed = legs.reduce((sum, { strike, isPut, sign }, n) => {
      const share = strike / moved;
      const inTheMoney = isPut ? Math.max(share - 1, 0) : Math.max(1 - share, 0);
      return sum + sign * moved * ((priced[n] ?? 0) + inTheMoney);
    }, 0);
    const call = vixCall(vixLaw(model, short, state.value, 60 / 365), 30);
    return {
      shock: `VIX ${dVix >= 0 ? '+' : ''}${dVix}, SPX ${(100 * spx).toFixed(0)} %`,
      condor: 100 * (before - owed),
      published,
      ...(publishedCall === undefined ? {} : { vixCall: { value: call, published: publishedCall } }),
    };
  });
}
