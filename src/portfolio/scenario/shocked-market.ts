import { ok, type Result } from '../../core/result.ts';
import { epochMs, MINUTES_PER_YEAR, MS_PER_MINUTE } from '../../core/units.ts';
import { GRID_X, GRID_Y } from '../../model/grid/smile-axes.ts';
import { type ModelMarket, modelMarket } from '../../model/model-market.ts';
import type { FactorState } from '../../model/two-factor.ts';
import { vixLaw } from '../../model/vix-law.ts';
import { type Clip, clipOutside } from './clip.ts';
import type { JointShock } from './joint-shock.ts';
import type { ShockOutside } from './scenario-failure.ts';
import type { ScenarioMarket } from './scenario-market.ts';
import { type ShockedLevels, shockedLevels } from './shocked-levels.ts';

const DAYS_PER_YEAR = 365;
const MS_PER_DAY = (MINUTES_PER_YEAR * MS_PER_MINUTE) / DAYS_PER_YEAR;

/** Volatility after a shock, for any level of SPX: what a row of the heat map shares. */
export interface ShockedMarket {
  readonly market: ScenarioMarket;
  readonly levels: ShockedLevels;
  /** Time that passed, years. */
  readonly elapsed: number;
  /** The model at the shocked factors, the days later; its spot is today's and is not read. */
  readonly model: ModelMarket;
  /** Factors held at the edge of the smile grid. */
  readonly clipped: readonly Clip[];
}

/** Today as a shocked market, to the bit what no shock at all makes of it. */
export function unshockedMarket(market: ScenarioMarket): ShockedMarket {
  const { today, quoted } = market;
  const levels = { vix: quoted.vix, vix3m: quoted.vix3m, state: today.state };
  return { market, levels, elapsed: 0, model: today, clipped: stateClips(today.state) };
}

const edges = (nodes: readonly number[]): readonly [number, number] => [nodes[0] ?? 0, nodes.at(-1) ?? 0];

const stateClips = ({ x, y }: FactorState): readonly Clip[] => [
  ...clipOutside('state-outside-grid', x, ...edges(GRID_X), 'x'),
  ...clipOutside('state-outside-grid', y, ...edges(GRID_Y), 'y'),
];

/** Moves the volatility of a market. @returns the range, for a shock outside it */
export function shockedMarket(
  market: ScenarioMarket,
  shock: JointShock,
): Result<ShockedMarket, ShockOutside> {
  const levels = shockedLevels(market, shock);
  if (!levels.ok) return levels;
  const { state } = levels.value;
  const { today } = market;
  const model = modelMarket({
    model: today.model,
    asOf: epochMs(today.asOf + shock.days * MS_PER_DAY),
    state,
    spot: today.spot,
    rate: today.rate,
    dividendYield: today.dividendYield,
    shift: market.shift,
  });
  return ok({
    market,
    levels: levels.value,
    elapsed: shock.days / DAYS_PER_YEAR,
    model,
    clipped: stateClips(state),
  });
}

/** The VX future 30 days out in a model market, as the shift has it. */
export function constantVx({ model, state, shift }: ModelMarket, days = 30): number {
  const years = days / DAYS_PER_YEAR;
  return vixLaw(model.parameters, model.vix, state, years, { scale: shift?.(years) ?? 1 }).future;
}
