import type { Cents, IsoDate, Points, Vol, Years } from '../core/units.ts';
import type { OptionRoot } from '../market/contract.ts';
import type { VxForwardSource } from '../market/vx-forward.ts';
import type { Reason } from './reason.ts';

/** What one action would leave behind, scored the same way for every alternative considered. */
export interface Alternative {
  readonly action: 'enter' | 'hold' | 'close' | 'roll' | 'hedge' | 'wait';
  readonly chosen: boolean;
  readonly note: string;
  /** Expected value net of costs under the sizing density, when it can be computed. */
  readonly expectedValue?: Cents;
  readonly worstCase?: Cents;
}

/** Sensitivities of a position, in the units a trader reads. */
export interface ShownGreeks {
  /** Points of position value per index point, per unit. */
  readonly delta: number;
  readonly gamma: number;
  /** Cents per calendar day for the whole size. */
  readonly theta: Cents;
  /** Cents per vol point for the whole size. */
  readonly vega: Cents;
}

export interface UpcomingEvent {
  readonly kind: string;
  readonly date: IsoDate;
  readonly time: string;
}

/** A candidate condor: four strikes and a credit, with every number of its card. Prices per condor in points. */
export interface CondorProposal {
  readonly kind: 'condor';
  readonly rung: number;
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  readonly dte: number;
  readonly expiry: Years;
  readonly forward: Points;
  readonly atmVol: Vol;
  readonly expectedMove: Points;
  /** Short-strike distance asked for, in expected moves. */
  readonly k: number;
  readonly longPut: Points;
  readonly shortPut: Points;
  readonly shortCall: Points;
  readonly longCall: Points;
  readonly putWidth: Points;
  readonly callWidth: Points;
  /** The wider wing. */
  readonly width: Points;
  readonly creditMid: Points;
  readonly creditNatural: Points;
  /** Mid less modelled slippage and fees. */
  readonly creditNet: Points;
  readonly slippage: Points;
  readonly fees: Cents;
  readonly creditToWidth: number;
  /** Per condor: (width - net credit) x multiplier. */
  readonly maxLoss: Cents;
  readonly breakevens: readonly [Points, Points];
  /** Share of full wins at which full losses leave nothing: max loss / (credit + max loss). */
  readonly breakEvenWinRate: number;
  readonly probabilityOfProfit: number;
  readonly probabilityModel: string;
  readonly shortPutDelta: number;
  readonly shortCallDelta: number;
  /** Distance of the short strikes from the forward. */
  readonly distance: {
    readonly putSigma: number;
    readonly callSigma: number;
    /** In expected daily ranges; absent when the range is unknown. */
    readonly putEdr?: number;
    readonly callEdr?: number;
  };
  /** min(F - lower break-even, upper - F) in expected moves. */
  readonly breakevenDistance: number;
  /** 0 when the size rule allows none; size-dependent numbers are then for one. */
  readonly contracts: number;
  readonly greeks: ShownGreeks;
  /** Reg-T requirement of the whole size. */
  readonly margin: Cents;
  readonly costMidToNatural: Points;
  /** Per condor, under the sizing density, net of costs and the pro-rata hedge. */
  readonly expectedValue: Cents;
  /** Per year on max loss, and the hurdle it must reach. */
  readonly expectedReturn: number;
  readonly hurdle: number;
  readonly sizingVol: Vol;
  readonly events: readonly UpcomingEvent[];
}

/** One layer of the ladder: what is held, what is wanted, what the difference costs. */
export interface HedgeProposal {
  readonly kind: 'hedge';
  readonly layer: 'L1' | 'L2' | 'L3';
  readonly root: OptionRoot;
  readonly targetDte: number;
  readonly expiration: IsoDate;
  readonly dte: number;
  readonly future: Points;
  /** Where the forward came from, best first: option parity, the listed VX, its curve, a proxy from the VIX family. */
  readonly futureSource: VxForwardSource;
  readonly strike: Points;
  /** Strike sold in a call spread, which replaces the call where one contract would cover too much. */
  readonly shortStrike?: Points;
  readonly delta: number;
  readonly vol: Vol;
  readonly price: Points;
  readonly priceSource: 'quoted' | 'modelled';
  readonly held: number;
  readonly wanted: number;
  /** Contracts to trade, signed; 0 inside the no-trade band or when a rule forbids it. */
  readonly trade: number;
  /** Cost of the trade at the modelled fill: + pay. */
  readonly cost: Cents;
  /** Value one wanted contract gains in S2. */
  readonly unitGainS2: Cents;
}

export type Proposal = CondorProposal | HedgeProposal;
export type DecisionKind = 'enter' | 'adjust' | 'exit' | 'hold' | 'stand-aside';

/** Taken or not, a decision carries everything it looked at. */
export interface Decision {
  readonly id: string;
  readonly kind: DecisionKind;
  /** `condor.7`, `hedge.L1`, `position.<id>`. */
  readonly subject: string;
  /** One sentence a trader would say. */
  readonly summary: string;
  readonly proposal?: Proposal;
  readonly reasons: readonly Reason[];
  /** What would have to be different for the decision to differ. */
  readonly wouldChange: readonly string[];
  readonly alternatives: readonly Alternative[];
}
