import type { QuoteOrigins } from '../../market/quote-origins.ts';
import type { ModelledMarket } from './modelled-market.ts';
import type { QuotedVx } from './quoted-vx.ts';
import type { SourcedValue } from './sourced-value.ts';

const percent = (share: number, digits = 2): string => `${(100 * share).toFixed(digits)} %`;

function sourcedLine(what: string, { value, source, asOf }: SourcedValue): string {
  return asOf === undefined
    ? `${what} ${percent(value)}, assumed`
    : `${what} ${percent(value)} from ${source} of ${asOf}`;
}

const vxLine = ({ pairs, size }: QuotedVx): string =>
  `${pairs.length} VX settlement${pairs.length === 1 ? '' : 's'}, up to ${percent(Math.expm1(size), 1)} from what VIX and VIX3M say`;

/** What of a modelled session was real, what stands in for something, and what the model made of it. */
export function originsOf({ market, volatility, rate, dividendYield }: ModelledMarket): QuoteOrigins {
  const { vix, vix3m, tags, vx, state } = volatility;
  const carried = [
    { line: sourcedLine('interest', rate), isKnown: rate.asOf !== undefined },
    { line: sourcedLine('dividend yield', dividendYield), isKnown: dividendYield.asOf !== undefined },
  ];
  const lines = (isKnown: boolean): readonly string[] =>
    carried.filter((one) => one.isKnown === isKnown).map(({ line }) => line);
  return {
    real: [
      `SPX close ${market.spot.toFixed(2)}`,
      `VIX close ${vix.toFixed(2)}`,
      ...(tags.vix3m === 'real' ? [`VIX3M close ${vix3m.toFixed(2)}`] : []),
      ...(vx === undefined ? [] : [vxLine(vx())]),
      ...lines(true),
    ],
    proxied: [
      ...(tags.vix3m === 'proxied' ? [`VIX3M ${vix3m.toFixed(2)}, a regression on VIX and its past`] : []),
      ...lines(false),
    ],
    modelled: [
      `every option price, from factors x ${state.x.toFixed(2)} and y ${state.y.toFixed(2)}${tags.isClipped ? ', beyond the smiles the model has: those of its edge are taken' : ''}`,
      'bids, asks and listed strikes',
      ...(vx === undefined ? ['VX futures'] : []),
    ],
  };
}
