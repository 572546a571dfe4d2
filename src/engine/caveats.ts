import { showInstant } from '../core/new-york.ts';
import type { Snapshot } from '../market/snapshot.ts';
import type { Position } from '../portfolio/position.ts';
import type { Decision } from '../strategy/decision.ts';
import type { MarketReading } from '../strategy/market-reading.ts';
import type { Score } from '../strategy/regime-types.ts';
import { CHEAP_VIX_CALLS, modelledCaveats } from './modelled-caveats.ts';

export interface CaveatInputs {
  readonly snapshot: Snapshot;
  readonly market: MarketReading;
  readonly score: Score;
  readonly decisions: readonly Decision[];
  readonly unsettled: readonly Position[];
  readonly close?: number;
}

/** An index level this far from the close, as a share, makes the snapshot an intraday one. */
const SYNCHRONOUS = 0.0001;

function simulatedCaveat({ simulation }: Snapshot): string {
  const which = simulation === undefined ? '' : ` (seed ${simulation.seed}, world ${simulation.world})`;
  return `SIMULATED market${which}: generated numbers, no evidence of anything`;
}

function quoteCaveats({ snapshot, close }: CaveatInputs): readonly string[] {
  const { quotes, spxChain, spx } = snapshot;
  const intraday = close !== undefined && Math.abs(spx / close - 1) > SYNCHRONOUS;
  return [
    ...(quotes === 'simulated' ? [simulatedCaveat(snapshot), CHEAP_VIX_CALLS] : []),
    ...(quotes === 'modelled' ? modelledCaveats(snapshot.origins) : []),
    ...(spxChain.timeRecorded ? [] : [`the chain records no time; taken as ${showInstant(spxChain.asOf)}`]),
    ...(intraday
      ? [
          `the chain is not of the close: index ${spx.toFixed(2)} beside the quotes, ${close.toFixed(2)} at the close; signals use the close`,
        ]
      : []),
  ];
}

function modelCaveats({ market, decisions }: CaveatInputs): readonly string[] {
  const hedges = decisions.flatMap(({ proposal }) => (proposal?.kind === 'hedge' ? [proposal] : []));
  const condors = decisions.flatMap(({ proposal }) => (proposal?.kind === 'condor' ? [proposal] : []));
  return [
    ...(hedges.some(({ priceSource }) => priceSource === 'modelled')
      ? [
          'VIX options are modelled: Black-76 on the VX value of their expiration, vol from VVIX and a fixed skew; no VIX quote was seen',
        ]
      : []),
    ...(hedges.some(({ futureSource }) => futureSource === 'vix-family')
      ? ['no VX curve: VX values are proxied from VIX9D, VIX, VIX3M and VIX6M, contango from VIX3M / VIX']
      : []),
    ...(market.vvix === undefined ? ['VVIX unknown: VIX options cannot be modelled'] : []),
    ...(condors.some(({ root }) => root === 'XSP')
      ? ['XSP prices are a tenth of the SPXW quotes; XSP has its own, wider ones']
      : []),
  ];
}

/** What the numbers of the sheet rest on, said before anyone acts on them. */
export function caveats(input: CaveatInputs): readonly string[] {
  const { score, unsettled } = input;
  return [
    ...quoteCaveats(input),
    ...modelCaveats(input),
    ...(score.missing.length > 0
      ? [
          `score rests on ${score.validWeight} of ${score.totalWeight} weight points; without ${score.missing.join(', ')}`,
        ]
      : []),
    ...unsettled.map(
      ({ id }) => `${id} has expired and its settlement value is not in the data: settle it by hand`,
    ),
    'the plan trades most in quiet markets, so its book is largest just before a shock',
    'the score is mostly contango and breadth: over 2007-2021 contango alone explains three quarters of it',
  ];
}
