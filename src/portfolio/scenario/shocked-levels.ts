import { fail, ok, type Result } from '../../core/result.ts';
import type { FactorState } from '../../model/two-factor.ts';
import { volState } from '../../model/vol-state.ts';
import { type JointShock, SHOCK_RANGE } from './joint-shock.ts';
import type { ShockOutside } from './scenario-failure.ts';
import type { ScenarioMarket } from './scenario-market.ts';
import { slopeFactor } from './slope-beta.ts';

/** Where a shock leaves volatility: the two indices, and the factors at which the model shows them. */
export interface ShockedLevels {
  readonly vix: number;
  readonly vix3m: number;
  readonly state: FactorState;
}

/**
 * Factors beyond this are out of the model's range: five standard deviations of their long run, further than any pair of
 * closes since 1990, and where the capped variance hardly answers to them any more.
 */
const STATE_REACH = 5;

/** The factors of a pair of indices, where the model has them within reach. */
export function stateOf({ today }: ScenarioMarket, vix: number, vix3m: number): FactorState | undefined {
  if (!(vix > 0 && vix3m > 0)) return undefined;
  const { model, state } = today;
  // Today's own factors are in reach wherever they are, or nothing could start from a day like it.
  const reach = Math.max(STATE_REACH, Math.abs(state.x), Math.abs(state.y));
  const found = volState(model.vix, model.vix3m, vix, vix3m);
  if (!found.ok) return undefined;
  return Math.max(Math.abs(found.value.x), Math.abs(found.value.y)) <= reach ? found.value : undefined;
}

const HALVINGS = 40;

/** The furthest value from `inside`, which is allowed, towards `outside`, which need not be, that is allowed. */
export function lastAllowed(inside: number, outside: number, allows: (value: number) => boolean): number {
  if (allows(outside)) return outside;
  let [good, bad] = [inside, outside];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (good + bad) / 2;
    if (allows(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** VIX has no meaning below nothing, and the model's variance is capped below this. */
const VIX_BOUNDS = { lowest: 0.1, highest: 150 } as const;

/** VIX3M after a move of VIX to `after`. */
function vix3mAfter({ quoted }: ScenarioMarket, after: number, { vix3m, slope }: JointShock): number {
  if (vix3m !== undefined) return vix3m;
  const factor =
    slope === undefined ? slopeFactor('vix3m', quoted.vix, after) : (after / quoted.vix) ** slope;
  return quoted.vix3m * factor;
}

/** VIX levels, after a shock of the same kind, that the model has factors for; VIX3M following by the shock's own rule. */
export function vixRange(
  market: ScenarioMarket,
  shock: Pick<JointShock, 'slope'> = {},
): { readonly lowest: number; readonly highest: number } {
  const { vix } = market.quoted;
  const rule = { spx: 0, vix: 0, days: 0, ...shock };
  const allows = (after: number): boolean =>
    stateOf(market, after, vix3mAfter(market, after, rule)) !== undefined;
  return {
    lowest: lastAllowed(vix, VIX_BOUNDS.lowest, allows),
    highest: lastAllowed(vix, VIX_BOUNDS.highest, allows),
  };
}

/** VIX3M levels the model can show beside a VIX; undefined when it shows none near the usual slope. */
function vix3mRange(market: ScenarioMarket, vix: number) {
  const usual = vix3mAfter(market, vix, { spx: 0, vix: 0, days: 0 });
  const allows = (level: number): boolean => stateOf(market, vix, level) !== undefined;
  if (!allows(usual)) return undefined;
  const { lowest, highest } = VIX_BOUNDS;
  return { lowest: lastAllowed(usual, lowest, allows), highest: lastAllowed(usual, highest, allows) };
}

const within = (
  code: ShockOutside['code'],
  asked: number,
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
): ShockOutside | undefined =>
  asked >= lowest && asked <= highest ? undefined : { code, asked, lowest, highest };

function outside(shock: JointShock): ShockOutside | undefined {
  return (
    within('spx-outside', shock.spx, SHOCK_RANGE.spx) ??
    within('days-outside', shock.days, SHOCK_RANGE.days) ??
    (shock.slope === undefined ? undefined : within('slope-outside', shock.slope, SHOCK_RANGE.slope))
  );
}

/**
 * Indices and factors after a shock:
 *
 *     VIX' = VIX + d,   VIX3M' = VIX3M f(VIX, VIX'),   (x', y') from (VIX', VIX3M')
 *
 * @returns what was asked and the range it must lie in, when the shock is out of range or the model has no factors within
 *   reach for the pair
 */
export function shockedLevels(
  market: ScenarioMarket,
  shock: JointShock,
): Result<ShockedLevels, ShockOutside> {
  const refused = outside(shock);
  if (refused !== undefined) return fail(refused);
  const vix = market.quoted.vix + shock.vix;
  const vix3m = vix > 0 ? vix3mAfter(market, vix, shock) : 0;
  const state = stateOf(market, vix, vix3m);
  if (state !== undefined) return ok({ vix, vix3m, state });
  const beside = shock.vix3m === undefined ? undefined : vix3mRange(market, vix);
  if (beside !== undefined) return fail({ code: 'vix3m-outside', asked: vix3m, ...beside });
  return fail({ code: 'vix-outside', asked: vix, ...vixRange(market, shock) });
}
