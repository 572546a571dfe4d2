import type { DaySheet, PayoffView } from '../../../../engine/day-sheet.ts';
import type { CondorProposal } from '../../../../strategy/decision.ts';
import { indexScale } from '../../content/index-scale.ts';
import { fixed, money, strike } from '../../format.ts';
import { element, empty } from '../markup.ts';
import { curve, horizontal, label, type Point, pathThrough, type Size, vertical } from './draw.ts';
import { padded, type Scale, scale, ticks } from './scale.ts';

const MARGIN = { top: 34, right: 10, bottom: 40 };

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function frameOf({ levels, today, atExpiration }: PayoffView, { width, height, name }: Size): Frame {
  const left = name === 'wide' ? 62 : 44;
  const [right, top, bottom] = [width - MARGIN.right, MARGIN.top, height - MARGIN.bottom];
  // Room under the lowest point, so that the strikes named at the foot stay clear of the curve.
  const money = padded([0, ...today, ...atExpiration], 0.14);
  const x = scale(levels[0] ?? 0, levels[levels.length - 1] ?? 1, left, right);
  return { x, y: scale(money.low, money.high, bottom, top), left, right, top, bottom };
}

const onPaper = (levels: readonly number[], values: readonly number[], { x, y }: Frame): readonly Point[] =>
  levels.map((at, i) => ({ x: x.at(at), y: y.at(values[i] ?? 0) }));

/** Area between the curve and zero, on one side of it; the crossings are put in, so that the edges meet the curve. */
function sideArea(
  levels: readonly number[],
  values: readonly number[],
  frame: Frame,
  side: 'gain' | 'loss',
): string {
  const keep = (v: number): number => (side === 'gain' ? Math.max(0, v) : Math.min(0, v));
  const edge: Point[] = [];
  levels.forEach((at, i) => {
    const v = values[i] ?? 0;
    const before = values[i - 1];
    if (before !== undefined && before * v < 0) {
      const from = levels[i - 1] ?? at;
      edge.push({ x: frame.x.at(from + ((at - from) * before) / (before - v)), y: frame.y.at(0) });
    }
    edge.push({ x: frame.x.at(at), y: frame.y.at(keep(v)) });
  });
  const zero = frame.y.at(0);
  const d = `${pathThrough([{ x: frame.left, y: zero }, ...edge, { x: frame.right, y: zero }])}Z`;
  return empty('path', { class: `area f-${side}`, d });
}

function band(frame: Frame, low: number, high: number, name: string): string {
  const from = Math.max(frame.left, frame.x.at(low));
  const to = Math.min(frame.right, frame.x.at(high));
  if (to <= from) return '';
  return empty('rect', {
    class: name,
    x: from,
    y: frame.top,
    width: to - from,
    height: frame.bottom - frame.top,
  });
}

const inside = (frame: Frame, at: number): boolean =>
  frame.x.at(at) >= frame.left && frame.x.at(at) <= frame.right;

/** One and two expected moves around the forward, named at their edges. */
function moves(condor: CondorProposal, frame: Frame, size: Size): string {
  const points = indexScale(condor.root);
  const [forward, expectedMove] = [condor.forward * points, condor.expectedMove * points];
  const names = size.name === 'wide' ? [-2, -1, 1, 2] : [-1, 1];
  const labels = names
    .filter((n) => inside(frame, forward + n * expectedMove))
    .map((n) =>
      label(
        frame.x.at(forward + n * expectedMove),
        frame.top - 6,
        `${n > 0 ? '+' : '-'}${Math.abs(n)}\u03c3`,
        {
          'text-anchor': 'middle',
        },
      ),
    );
  return [
    band(frame, forward - 2 * expectedMove, forward + 2 * expectedMove, 'band2'),
    band(frame, forward - expectedMove, forward + expectedMove, 'band1'),
    ...labels,
  ].join('');
}

function triangle(x: number, y: number, name: string): string {
  return empty('path', { class: name, d: `M${x.toFixed(1)} ${(y - 8).toFixed(1)}l5 8h-10Z` });
}

/** Shorts are filled and named, longs hollow; break-evens are ticks on the zero line. */
function strikes(condor: CondorProposal, frame: Frame): string {
  const y = frame.bottom;
  const points = indexScale(condor.root);
  const mark = (k: number, name: string): string =>
    inside(frame, k * points) ? triangle(frame.x.at(k * points), y, name) : '';
  const named = (k: number, letter: 'P' | 'C'): string =>
    inside(frame, k * points)
      ? label(frame.x.at(k * points), y - 12, `${strike(k)}${letter}`, {
          class: letter === 'P' ? 'put' : 'call',
          'text-anchor': letter === 'P' ? 'end' : 'start',
        })
      : '';
  const evens = condor.breakevens
    .map((at) => at * points)
    .filter((at) => inside(frame, at))
    .map((at) => vertical(frame.x.at(at), frame.y.at(0) - 6, frame.y.at(0) + 6, 'even'));
  return [
    mark(condor.longPut, 'long put'),
    mark(condor.longCall, 'long call'),
    mark(condor.shortPut, 'short put'),
    mark(condor.shortCall, 'short call'),
    named(condor.shortPut, 'P'),
    named(condor.shortCall, 'C'),
    ...evens,
  ].join('');
}

const axisMoney = (amount: number, size: Size): string => {
  if (size.name === 'wide' || Math.abs(amount) < 100_000) return money(amount);
  const text = `$${fixed(Math.abs(amount) / 100_000, amount % 100_000 === 0 ? 0 : 1)}k`;
  return amount < 0 ? `-${text}` : text;
};

function axes(frame: Frame, size: Size): string {
  const rows = ticks(frame.y.low, frame.y.high, 5).map(
    (v) =>
      horizontal(frame.y.at(v), frame.left, frame.right, v === 0 ? 'zero' : 'rule') +
      label(frame.left - 6, frame.y.at(v) + 4, axisMoney(v, size), { 'text-anchor': 'end' }),
  );
  const columns = ticks(frame.x.low, frame.x.high, size.name === 'wide' ? 7 : 4).map((v) =>
    label(frame.x.at(v), frame.bottom + 18, fixed(v, 0), { 'text-anchor': 'middle' }),
  );
  return [...rows, ...columns].join('');
}

/** Bands, axes, gain and loss, spot, both curves, and the strikes at the foot. */
export function payoffDrawing(
  sheet: DaySheet,
  payoff: PayoffView,
  condor: CondorProposal | undefined,
  size: Size,
): string {
  const frame = frameOf(payoff, size);
  const { levels, today, atExpiration } = payoff;
  const { spx } = sheet.market;
  const spot = inside(frame, spx)
    ? vertical(frame.x.at(spx), frame.top - 14, frame.bottom, 'spot') +
      label(frame.x.at(spx), frame.top - 20, `SPX ${fixed(spx, 0)}`, {
        class: 'strong',
        'text-anchor': 'middle',
      })
    : '';
  return element(
    'g',
    {},
    condor === undefined ? '' : moves(condor, frame, size),
    axes(frame, size),
    sideArea(levels, atExpiration, frame, 'gain'),
    sideArea(levels, atExpiration, frame, 'loss'),
    spot,
    curve(onPaper(levels, atExpiration, frame), 's-expiry'),
    curve(onPaper(levels, today, frame), 's-today'),
    condor === undefined ? '' : strikes(condor, frame),
  );
}
