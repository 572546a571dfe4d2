import { cents } from '../core/units.ts';
import type { Leg } from './leg.ts';
import type { Pair } from './margin-match.ts';
import type { MarginConvention, MarginLine } from './margin-report.ts';

/** Index points a pair can lose at expiration; 0 when the long strike is as good as the short one. */
export const widthOf = ({ short, long }: Pair): number =>
  Math.max(0, short.right === 'put' ? short.strike - long.strike : long.strike - short.strike);

export const legsOfPair = ({ short, long, quantity }: Pair): readonly Leg[] => [
  { contract: long, quantity },
  { contract: short, quantity: -quantity },
];

/** A pair of one expiration that can lose at it: what a condor is made of. */
export const isShortVertical = (pair: Pair): boolean =>
  pair.short.root === pair.long.root && pair.short.expiration === pair.long.expiration && widthOf(pair) > 0;

const seriesOf = ({ short }: Pair): string => `${short.root} ${short.expiration}`;

const verticalLine = (pair: Pair): MarginLine => {
  const { multiplier } = pair.short;
  return {
    strategy: 'short-vertical',
    legs: legsOfPair(pair),
    requirement: cents(widthOf(pair) * multiplier * pair.quantity * 100),
    formula: `${widthOf(pair)} x ${multiplier} x ${pair.quantity}`,
  };
};

const condorLine = (put: Pair, call: Pair, quantity: number): MarginLine => {
  const { multiplier } = put.short;
  const width = Math.max(widthOf(put), widthOf(call));
  return {
    strategy: 'iron-condor',
    legs: [...legsOfPair({ ...put, quantity }), ...legsOfPair({ ...call, quantity })],
    requirement: cents(width * multiplier * quantity * 100),
    formula: `max(${widthOf(put)}, ${widthOf(call)}) x ${multiplier} x ${quantity}`,
  };
};

/** Only one side can lose, when the index cannot be under the puts and over the calls at once. */
const canShare = (put: Pair, call: Pair, convention: MarginConvention): boolean =>
  put.short.strike <= call.short.strike && (convention === 'widest-wing' || widthOf(put) === widthOf(call));

/** Joins put and call spreads of one expiration, widest first, and charges what stays single on its own. */
function linesOfSeries(pairs: readonly Pair[], convention: MarginConvention): readonly MarginLine[] {
  const widestFirst = [...pairs].sort((a, b) => widthOf(b) - widthOf(a));
  const calls = widestFirst.filter(({ short }) => short.right === 'call');
  const lines: MarginLine[] = [];
  for (const put of widestFirst.filter(({ short }) => short.right === 'put')) {
    let open = put.quantity;
    for (const [i, call] of calls.entries()) {
      const quantity = Math.min(open, call.quantity);
      if (quantity === 0 || !canShare(put, call, convention)) continue;
      lines.push(condorLine(put, call, quantity));
      calls[i] = { ...call, quantity: call.quantity - quantity };
      open -= quantity;
    }
    if (open > 0) lines.push(verticalLine({ ...put, quantity: open }));
  }
  return [...lines, ...calls.filter(({ quantity }) => quantity > 0).map(verticalLine)];
}

/** Requirement of every short vertical, put and call verticals of one expiration sharing it where allowed. */
export function condorLines(pairs: readonly Pair[], convention: MarginConvention): readonly MarginLine[] {
  const verticals = pairs.filter(isShortVertical);
  const series = [...new Set(verticals.map(seriesOf))].sort();
  return series.flatMap((name) =>
    linesOfSeries(
      verticals.filter((pair) => seriesOf(pair) === name),
      convention,
    ),
  );
}
