import { PreconditionError } from '../../core/errors.ts';
import type { SignalGroup } from './signal.ts';

/** What a signal is before any day is looked at. */
export interface SignalSpec {
  readonly id: string;
  readonly name: string;
  /** Row of the concept table the definition comes from. */
  readonly concept: string;
  readonly group: SignalGroup;
  /** Default weight; a plan may state another. */
  readonly weight: number;
}

/**
 * The seventeen signals in order. Weights of methodology 3.2, in points of 100: volatility 60, breadth 16, macro 13,
 * liquidity 6, flows 5, research 0; fixed before any back-test was run.
 */
export const SIGNAL_SPECS: readonly SignalSpec[] = [
  { id: 'S01', name: 'VIX MACD divergence', concept: 'C05', group: 'vol', weight: 10 },
  { id: 'S02', name: 'RSI of SPX', concept: 'C06', group: 'vol', weight: 5 },
  { id: 'S03', name: 'RSI of VIX', concept: 'C06', group: 'vol', weight: 5 },
  { id: 'S04', name: 'RSI of VX curve less RSI of VIX', concept: 'C07', group: 'vol', weight: 10 },
  { id: 'S05', name: 'Contango', concept: 'C21', group: 'vol', weight: 20 },
  { id: 'S06', name: 'Variance risk premium', concept: 'C21', group: 'vol', weight: 10 },
  { id: 'S07', name: 'Advance-decline divergence', concept: 'C08', group: 'breadth', weight: 12 },
  { id: 'S08', name: 'Valuation with breadth', concept: 'C14', group: 'breadth', weight: 4 },
  { id: 'S09', name: 'CPI and PPI surprise', concept: 'C10', group: 'macro', weight: 4 },
  { id: 'S10', name: 'Interest-rate differential', concept: 'C11', group: 'macro', weight: 3 },
  { id: 'S11', name: 'REER volatility', concept: 'C13', group: 'macro', weight: 3 },
  { id: 'S12', name: 'GDP growth', concept: 'C12', group: 'macro', weight: 3 },
  { id: 'S13', name: 'Bank liquidity', concept: 'C16', group: 'liquidity', weight: 3 },
  { id: 'S14', name: 'REITs against SPY', concept: 'C15', group: 'flows', weight: 2 },
  { id: 'S15', name: 'High beta against SPY', concept: 'C15', group: 'flows', weight: 3 },
  { id: 'S16', name: 'SPY liquidity', concept: 'C34', group: 'liquidity', weight: 3 },
  {
    id: 'S17',
    name: 'IPO heat, DAO governance, crypto spill-over',
    concept: 'C33',
    group: 'research',
    weight: 0,
  },
];

/** @throws PreconditionError when no signal has that id */
export function signalSpec(id: string): SignalSpec {
  const spec = SIGNAL_SPECS.find((candidate) => candidate.id === id);
  if (spec === undefined) throw new PreconditionError('id', 'must name a signal S01 to S17', id);
  return spec;
}
