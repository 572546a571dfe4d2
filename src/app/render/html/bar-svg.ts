import type { Bar } from '../content/block.ts';
import { element, empty } from './markup.ts';

const WIDTH = 120;
const ROW = 6;
const GAP = 2;

/** The bar of a table cell. It repeats numbers printed beside it, so it is hidden from readers of text. */
export function barSvg({ low, high, spans, tick }: Bar): string {
  const range = high > low ? high - low : 1;
  const at = (x: number): number => ((Math.min(high, Math.max(low, x)) - low) / range) * WIDTH;
  const rows = spans.some(({ row }) => row === 1) ? 2 : 1;
  const height = rows * ROW + (rows - 1) * GAP;
  const track = tick === undefined ? '' : empty('rect', { class: 'track', width: at(tick), height, rx: 3 });
  const drawn = spans.map(({ from, to, tone, row }) =>
    empty('rect', {
      class: `f-${tone}`,
      x: Math.min(at(from), at(to)),
      y: row * (ROW + GAP),
      width: Math.max(1, Math.abs(at(to) - at(from))),
      height: ROW,
      rx: tick === undefined ? 1 : 3,
    }),
  );
  const zero = low < 0 ? empty('line', { class: 'zero', x1: at(0), x2: at(0), y1: -2, y2: height + 2 }) : '';
  const cap =
    tick === undefined
      ? ''
      : empty('line', { class: 'zero', x1: at(tick), x2: at(tick), y1: -2, y2: height + 2 });
  return element(
    'svg',
    {
      class: 'bar',
      viewBox: `0 -2 ${WIDTH} ${height + 4}`,
      width: WIDTH,
      height: height + 4,
      'aria-hidden': 'true',
    },
    track,
    ...drawn,
    zero,
    cap,
  );
}
