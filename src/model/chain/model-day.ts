import type { Random } from '../../core/random.ts';
import type { IsoDate } from '../../core/units.ts';
import type { OptionRoot } from '../../market/contract.ts';
import { contractFacts } from '../../market/contract-registry.ts';
import type { ModelMarket } from '../model-market.ts';
import { SPX_SPREADS, spreadRegime, VIX_SPREADS } from './half-spread.ts';
import type { Quoting } from './quote-columns.ts';
import { tickLadder } from './tick-ladder.ts';

/** A modelled market on the day it is quoted. */
export interface ModelDay {
  readonly market: ModelMarket;
  /** Says what is listed, and which ticks hold. */
  readonly session: IsoDate;
  /** Vol points; says how wide spreads are. */
  readonly vix: number;
  readonly quotes: 'modelled' | 'simulated';
  /** The stream open interest is drawn from, by the name of the column; without it there is none, as on a real day. */
  readonly interest?: (column: string) => Random;
}

/** Spread and ticks of a root on the day. XSP is SPX at a tenth, in spread as in price. */
export function quotingOf({ session, vix }: ModelDay, root: OptionRoot): Quoting {
  const isVix = root === 'VIX' || root === 'VIXW';
  const rule = (isVix ? VIX_SPREADS : SPX_SPREADS)[spreadRegime(vix)];
  return {
    spread: root === 'XSP' ? { ...rule, least: rule.least / 10 } : rule,
    ladder: tickLadder(contractFacts(root, session).ticks),
  };
}
