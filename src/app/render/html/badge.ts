import type { QuoteKind } from '../../../market/chain.ts';
import { element } from './markup.ts';

const WORD: Readonly<Record<QuoteKind, string>> = {
  real: 'Real quotes',
  modelled: 'Modelled',
  simulated: 'SIMULATED',
};

/** Where the numbers of a card come from; shape differs as well as hue. */
export const badge = (kind: QuoteKind): string => element('span', { class: `badge ${kind}` }, WORD[kind]);
