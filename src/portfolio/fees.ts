import { PreconditionError } from '../core/errors.ts';
import { type Cents, cents, type IsoDate, type Points } from '../core/units.ts';
import type { Contract } from '../market/contract.ts';

/** What a broker and the exchanges take per contract and side, in US dollars, from one day on. */
export interface FeeSchedule {
  readonly from: IsoDate;
  readonly optionCommission: number;
  readonly futureCommission: number;
  /** Exchange fee of SPX and SPXW, for premiums of `smallPremium` and more, and below it. */
  readonly spxExchange: number;
  readonly spxExchangeSmall: number;
  readonly smallPremium: number;
  /** XSP, for orders under `xspLargeLot` contracts a leg, and from it on. */
  readonly xspExchange: number;
  readonly xspExchangeLarge: number;
  readonly xspLargeLot: number;
  readonly spyExchange: number;
  readonly vixExchange: number;
  readonly vxExchange: number;
  readonly vxmExchange: number;
  /** OCC clearing, options only. */
  readonly clearing: number;
  /** Options regulatory fee. */
  readonly regulatory: number;
}

/** One leg as it is charged. */
export interface FeeLeg {
  readonly contract: Contract;
  readonly quantity: number;
  /** Points; absent is charged as a large premium. */
  readonly premium?: Points;
}

/** The schedule in force on a day: the latest that began by then; the earliest for days before all of them. */
function scheduleOn(schedules: readonly FeeSchedule[], date: IsoDate): FeeSchedule {
  const ascending = [...schedules].sort((a, b) => (a.from < b.from ? -1 : 1));
  const schedule = ascending.findLast(({ from }) => from <= date) ?? ascending[0];
  if (schedule === undefined) throw new PreconditionError('schedules', 'must not be empty', schedules.length);
  return schedule;
}

function exchangeFee({ contract, quantity, premium }: FeeLeg, schedule: FeeSchedule): number {
  switch (contract.root) {
    case 'SPX':
    case 'SPXW': {
      const isSmall = premium !== undefined && premium < schedule.smallPremium;
      return isSmall ? schedule.spxExchangeSmall : schedule.spxExchange;
    }
    case 'XSP':
      return Math.abs(quantity) >= schedule.xspLargeLot ? schedule.xspExchangeLarge : schedule.xspExchange;
    case 'SPY':
      return schedule.spyExchange;
    case 'VIX':
    case 'VIXW':
      return schedule.vixExchange;
    case 'VX':
      return schedule.vxExchange;
    case 'VXM':
      return schedule.vxmExchange;
  }
}

/** Hundredths of a cent, so that fees of a tenth of a cent add up exactly. */
const fine = (dollars: number): number => Math.round(dollars * 10_000);

function feePerContract(leg: FeeLeg, schedule: FeeSchedule): number {
  const exchange = fine(exchangeFee(leg, schedule));
  if (leg.contract.kind === 'future') return fine(schedule.futureCommission) + exchange;
  return fine(schedule.optionCommission) + exchange + fine(schedule.clearing) + fine(schedule.regulatory);
}

/**
 * Fees of one order, all its legs and contracts, rounded to the cent once at the end: four SPXW legs at $1.355 are
 * $5.42, not four times $1.36.
 *
 * @throws PreconditionError without any schedule
 * @see methodology 4.3
 */
export function feesFor(legs: readonly FeeLeg[], date: IsoDate, schedules: readonly FeeSchedule[]): Cents {
  const schedule = scheduleOn(schedules, date);
  const total = legs.reduce((sum, leg) => sum + Math.abs(leg.quantity) * feePerContract(leg, schedule), 0);
  return cents(total / 100);
}
