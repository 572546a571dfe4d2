import { ok, type Result } from '../../core/result.ts';
import { type Cents, cents } from '../../core/units.ts';
import { PURPOSES, type Purpose } from '../position.ts';
import { type Clip, worstClips } from './clip.ts';
import type { JointShock } from './joint-shock.ts';
import { legClips } from './leg-clips.ts';
import { valueOfMove } from './leg-value.ts';
import type { ScenarioBook, ScenarioLeg } from './scenario-book.ts';
import type { ShockOutside } from './scenario-failure.ts';
import { constantVx, type ShockedMarket, shockedMarket } from './shocked-market.ts';

export interface LegOutcome {
  readonly leg: ScenarioLeg;
  /** Worth afterwards, points of its own underlying per contract. */
  readonly after: number;
  /** Settled before the days were over. */
  readonly hasSettled: boolean;
  readonly pnl: Cents;
}

export interface PositionOutcome {
  readonly id: string;
  readonly purpose: Purpose;
  readonly pnl: Cents;
}

export interface LayerOutcome {
  readonly purpose: Purpose;
  readonly pnl: Cents;
  /** Of a hedge layer: its gain over the loss of the core, decimal; absent when the core does not lose. */
  readonly shareOfCoreLoss?: number;
}

/** Gain and loss of a book: the condors, the layers that protect them, and whatever else is held. */
export interface CoreAndHedge {
  readonly core: Cents;
  readonly hedge: Cents;
  readonly other: Cents;
  readonly total: Cents;
}

/** The part of a book a purpose belongs to. */
export const partOf = (purpose: Purpose): Exclude<keyof CoreAndHedge, 'total'> =>
  purpose === 'condor' ? 'core' : purpose === 'other' ? 'other' : 'hedge';

/** What a shock does to a book. Every sum is the sum of its legs, to the cent. */
export interface Outcome extends CoreAndHedge {
  readonly shock: JointShock;
  /** Levels afterwards: SPX in points, the rest in vol points; the VX future is 30 days out. */
  readonly spx: number;
  readonly vix: number;
  readonly vix3m: number;
  readonly vx30: number;
  readonly legs: readonly LegOutcome[];
  readonly positions: readonly PositionOutcome[];
  /** In the order of the ladder, those the book holds. */
  readonly layers: readonly LayerOutcome[];
  readonly clipped: readonly Clip[];
}

/** Change in value of a leg: of one contract to the cent, times its quantity. */
export function legPnl({ contract, quantity, value }: ScenarioLeg, after: number): Cents {
  return cents(quantity * cents(100 * contract.multiplier * (after - value)));
}

const sum = (amounts: readonly Cents[]): Cents => cents(amounts.reduce((total, amount) => total + amount, 0));

/** Adds up positions by what they are for. */
function coreAndHedge(parts: readonly PositionOutcome[]): CoreAndHedge {
  const of = (wanted: string): Cents =>
    sum(parts.filter(({ purpose }) => partOf(purpose) === wanted).map(({ pnl }) => pnl));
  const [core, hedge, other] = [of('core'), of('hedge'), of('other')];
  return { core, hedge, other, total: cents(core + hedge + other) };
}

function positionsOf(legs: readonly LegOutcome[]): readonly PositionOutcome[] {
  const ids = [...new Set(legs.map(({ leg }) => leg.position))];
  return ids.flatMap((id) => {
    const own = legs.filter(({ leg }) => leg.position === id);
    const [first] = own;
    return first === undefined
      ? []
      : [{ id, purpose: first.leg.purpose, pnl: sum(own.map(({ pnl }) => pnl)) }];
  });
}

function layersOf(positions: readonly PositionOutcome[], core: Cents): readonly LayerOutcome[] {
  return PURPOSES.flatMap((purpose) => {
    const own = positions.filter((position) => position.purpose === purpose);
    if (own.length === 0) return [];
    const pnl = sum(own.map((position) => position.pnl));
    return [
      { purpose, pnl, ...(partOf(purpose) === 'hedge' && core < 0 ? { shareOfCoreLoss: pnl / -core } : {}) },
    ];
  });
}

function outcomeIn(shocked: ShockedMarket, book: ScenarioBook, shock: JointShock): Outcome {
  const { spx } = shock;
  const legs = book.legs.map((leg): LegOutcome => {
    const after = valueOfMove(shocked, leg.anchor)(spx);
    return { leg, after, hasSettled: leg.anchor.years <= shocked.elapsed, pnl: legPnl(leg, after) };
  });
  const positions = positionsOf(legs);
  const totals = coreAndHedge(positions);
  const { vix, vix3m } = shocked.levels;
  return {
    shock,
    spx: book.market.quoted.spot * (1 + spx),
    vix,
    vix3m,
    vx30: constantVx(shocked.model),
    legs,
    positions,
    layers: layersOf(positions, totals.core),
    ...totals,
    clipped: worstClips([...shocked.clipped, ...book.legs.flatMap((leg) => legClips(shocked, leg, spx))]),
  };
}

/**
 * Reprices a book after a shock. Both sides of every difference come from the same market, so that a wide quote is not taken
 * for a loss, and no shock is no change to the cent.
 *
 * @returns the range, for a shock outside it
 */
export function outcomeOf(book: ScenarioBook, shock: JointShock): Result<Outcome, ShockOutside> {
  const shocked = shockedMarket(book.market, shock);
  return shocked.ok ? ok(outcomeIn(shocked.value, book, shock)) : shocked;
}
