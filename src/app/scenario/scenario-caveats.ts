import { CHEAP_VIX_CALLS } from '../../engine/modelled-caveats.ts';
import type { QuoteKind } from '../../market/chain.ts';
import type { LegView, OutcomeView } from './scenario-report.ts';

interface CaveatInputs {
  readonly quotes: QuoteKind;
  readonly vix3mSource: 'published' | 'proxied';
  readonly legs: readonly LegView[];
  readonly outcomes: readonly OutcomeView[];
}

const isVix = ({ symbol }: LegView): boolean => symbol.startsWith('V');

function legCaveats(legs: readonly LegView[]): readonly string[] {
  return [
    ...(legs.some((leg) => isVix(leg) && leg.vol === 'model')
      ? [
          "VIX options without a quote are priced by the joint model's own law of VIX; against the one real VIX chain held its calls at the money cost a tenth too much and those half as far again little more than half",
        ]
      : []),
    ...(legs.some((leg) => isVix(leg) && leg.forward === 'model')
      ? ["VX beyond the quoted curve, or without one, is the joint model's"]
      : []),
    ...(legs.some((leg) => !isVix(leg) && leg.pricing === 'modelled')
      ? ["SPX options of an expiration without quotes have the joint model's smile"]
      : []),
    ...(legs.some(({ symbol }) => symbol.startsWith('XSP')) ? ['XSP is priced as a tenth of SPXW'] : []),
  ];
}

/** What the numbers of a scenario do not know, said before anyone acts on them. */
export function scenarioCaveats({ quotes, vix3mSource, legs, outcomes }: CaveatInputs): readonly string[] {
  return [
    ...(quotes === 'simulated'
      ? ['SIMULATED market: generated numbers, no evidence of anything', CHEAP_VIX_CALLS]
      : []),
    ...(quotes === 'modelled' ? ['the quotes scenarios start from are modelled, too'] : []),
    "every P&L is modelled: today's quotes moved as one joint model of SPX and VIX says; nothing here was ever traded",
    'values are middles of the market; spreads widen most when one wants out, and no cost of closing is in here',
    'the model is milder than history on the first day of a crash: from a calm VIX a fall of 3 to 4 % in a day brought +7 points, the model some +4; what a VIX hedge gains then is understated by it',
    'skew moves with the level of VIX only; a skew that steepens on its own is not in here',
    ...(vix3mSource === 'proxied' ? ['VIX3M is not held for that session and is a regression on VIX'] : []),
    ...(outcomes.some(({ origin }) => origin.kind === 'shock' || origin.kind === 'sizing')
      ? ['where nothing else is said VIX3M follows VIX by a rule measured on closes of 2009 to 2026']
      : []),
    ...legCaveats(legs),
  ];
}
