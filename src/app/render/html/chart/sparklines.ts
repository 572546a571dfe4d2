import type { DaySheet } from '../../../../engine/day-sheet.ts';
import { dayMonth, fixed, nearDate } from '../../format.ts';
import { element, empty, typeset } from '../markup.ts';
import { curve } from './draw.ts';
import { padded, scale } from './scale.ts';

type Trail = DaySheet['market']['recent'][string];

const WIDTH = 200;
const HEIGHT = 44;

/** Enough decimals for the size of the series: 7,008.15, 15.80, 0.053. */
const decimals = (values: readonly number[]): number => (Math.max(...values.map(Math.abs)) < 2 ? 3 : 2);

function sparkline(name: string, trail: Trail, from: DaySheet['date']): string {
  const values = trail.map(({ value }) => value);
  const [first, last] = [trail[0], trail[trail.length - 1]];
  if (first === undefined || last === undefined) return '';
  const range = padded(values, 0.08);
  const x = scale(0, Math.max(1, values.length - 1), 2, WIDTH - 6);
  const y = scale(range.low, range.high, HEIGHT - 3, 3);
  const points = values.map((value, i) => ({ x: x.at(i), y: y.at(value) }));
  const end = points[points.length - 1] ?? { x: 0, y: 0 };
  const d = decimals(values);
  const span = `${fixed(Math.min(...values), d)} to ${fixed(Math.max(...values), d)}`;
  const said = `${name}: ${fixed(last.value, d)} on ${dayMonth(last.date)}; ${span} since ${nearDate(first.date, from)}.`;
  return element(
    'li',
    {},
    element('p', {}, typeset(name), ' ', element('strong', {}, typeset(fixed(last.value, d)))),
    element(
      'svg',
      { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': said },
      zeroLine(range.low, range.high, y.at(0)),
      curve(points, 's-spark'),
      empty('circle', { class: 'dot', cx: end.x, cy: end.y, r: 3 }),
    ),
    element('p', { class: 'note' }, typeset(`${span}, from ${nearDate(first.date, from)}`)),
  );
}

const zeroLine = (low: number, high: number, y: number): string =>
  low < 0 && high > 0 ? empty('line', { class: 'rule', x1: 0, x2: WIDTH, y1: y, y2: y }) : '';

/** One small chart per trailing series, each on its own scale with its range printed. */
export function sparklines({ market, date }: DaySheet): string {
  const drawn = Object.entries(market.recent)
    .filter(([, trail]) => trail.length > 1)
    .map(([name, trail]) => sparkline(name, trail, date));
  return drawn.length === 0 ? '' : element('ul', { class: 'sparks' }, ...drawn);
}
