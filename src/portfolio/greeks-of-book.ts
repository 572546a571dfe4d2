import { type Cents, cents } from '../core/units.ts';
import type { Contract } from '../market/contract.ts';
import type { Leg } from './leg.ts';
import { SPX_POINTS, underlyingOf } from './underlying.ts';

const DAYS_PER_YEAR = 365;
const CENTS = 100;

/** Sensitivities of one unit, per point of its own underlying; vega per 1.00 of vol, theta per year, as quant gives them. */
export interface UnitGreeks {
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  readonly theta: number;
}

/** Gives a contract's sensitivities, or undefined where nothing prices it. */
export type GreeksOfContract = (contract: Contract) => UnitGreeks | undefined;

/** Sensitivities of many legs on one underlying, in the units a trader reads. */
export interface SummedGreeks {
  /** Cents per point of the S&P 500 (of the VIX future for VIX contracts). */
  readonly delta: Cents;
  /** Change of that delta per point. */
  readonly gamma: Cents;
  /** Cents per calendar day. */
  readonly theta: Cents;
  /** Cents per vol point (0.01). */
  readonly vega: Cents;
}

export interface BookGreeks {
  /** SPX, SPXW, XSP and SPY legs, all in points of the S&P 500. */
  readonly index: SummedGreeks;
  /** VIX options and futures; their vega is to the vol of VIX, so it is never added to the index's. */
  readonly volatility: SummedGreeks;
  readonly unpriced: readonly Contract[];
}

interface Raw {
  readonly delta: number;
  readonly gamma: number;
  readonly theta: number;
  readonly vega: number;
}

function rawOf({ contract, quantity }: Leg, unit: UnitGreeks): Raw {
  const underlying = underlyingOf(contract);
  const scale = underlying === 'VIX' ? 1 : SPX_POINTS[underlying];
  const size = quantity * contract.multiplier * CENTS;
  return {
    delta: (size * unit.delta) / scale,
    gamma: (size * unit.gamma) / scale ** 2,
    theta: (size * unit.theta) / DAYS_PER_YEAR,
    vega: size * unit.vega * 0.01,
  };
}

function summed(parts: readonly Raw[]): SummedGreeks {
  const total = (key: keyof Raw): Cents => cents(parts.reduce((sum, part) => sum + part[key], 0));
  return { delta: total('delta'), gamma: total('gamma'), theta: total('theta'), vega: total('vega') };
}

/** Adds up the sensitivities of legs; a leg that cannot be priced is named, and left out of the sums. */
export function greeksOfBook(legs: readonly Leg[], greeksOf: GreeksOfContract): BookGreeks {
  const priced = legs.map((leg) => ({ leg, unit: greeksOf(leg.contract) }));
  const parts = (isVolatility: boolean): readonly Raw[] =>
    priced.flatMap(({ leg, unit }) =>
      unit !== undefined && (underlyingOf(leg.contract) === 'VIX') === isVolatility ? [rawOf(leg, unit)] : [],
    );
  return {
    index: summed(parts(false)),
    volatility: summed(parts(true)),
    unpriced: priced.flatMap(({ leg, unit }) => (unit === undefined ? [leg.contract] : [])),
  };
}
