import type { IsoDate } from '../../core/units.ts';
import { type Cents, cents } from '../../core/units.ts';
import { calendarDte } from '../../market/settlement.ts';
import type { Position } from '../../portfolio/position.ts';
import type { TradingPlan } from '../trading-plan.ts';

/** What the core already holds: the part of every cap that is used before today's entry. */
export interface CoreState {
  readonly open: readonly OpenCondor[];
  readonly maxLoss: Cents;
}

/** One open condor as the caps see it. */
export interface OpenCondor {
  readonly position: Position;
  readonly expiration: IsoDate;
  readonly dte: number;
  readonly contracts: number;
  /** The rung whose target its age at opening was nearest to. */
  readonly rung: number;
  readonly maxLoss: Cents;
}

/** Width of the wider wing per unit, points, from the legs themselves. */
function widerWing(position: Position): number {
  const strikes = (right: 'put' | 'call'): readonly number[] =>
    position.legs.flatMap(({ contract }) =>
      contract.kind === 'option' && contract.right === right ? [contract.strike] : [],
    );
  const width = (xs: readonly number[]): number => (xs.length < 2 ? 0 : Math.max(...xs) - Math.min(...xs));
  return Math.max(width(strikes('put')), width(strikes('call')));
}

const contractsOf = (position: Position): number =>
  Math.max(0, ...position.legs.map(({ quantity }) => -quantity));

/**
 * Rung by days to expiration at opening: nearest target, so that a condor keeps its rung as it ages. On a tie the longer
 * one, as for expirations (methodology 3.1); its time exit is the earlier of the two.
 */
export function rungOf(position: Position, plan: TradingPlan): number {
  const expiration = position.legs[0]?.contract.expiration;
  if (expiration === undefined) return 0;
  const dte = calendarDte(position.opened, expiration);
  const nearest = plan.core.rungs.reduce((best, rung) =>
    Math.abs(rung.targetDte - dte) <= Math.abs(best.targetDte - dte) ? rung : best,
  );
  return nearest.targetDte;
}

function openCondor(position: Position, session: IsoDate, plan: TradingPlan): OpenCondor | undefined {
  const [leg] = position.legs;
  if (position.purpose !== 'condor' || leg === undefined) return undefined;
  const { expiration, multiplier } = leg.contract;
  const contracts = contractsOf(position);
  // Premium is what was paid: a credit is negative, and what was received cannot be lost again.
  const maxLoss = cents(Math.max(0, 100 * contracts * widerWing(position) * multiplier + position.premium));
  return {
    position,
    expiration,
    dte: calendarDte(session, expiration),
    contracts,
    rung: rungOf(position, plan),
    maxLoss,
  };
}

export function coreState(positions: readonly Position[], session: IsoDate, plan: TradingPlan): CoreState {
  const open = positions.flatMap((position) => openCondor(position, session, plan) ?? []);
  return { open, maxLoss: cents(open.reduce((sum, { maxLoss }) => sum + maxLoss, 0)) };
}
