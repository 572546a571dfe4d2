import type { CondorProposal } from '../../../../strategy/decision.ts';
import { indexScale } from '../../content/index-scale.ts';
import { fixed, strike } from '../../format.ts';
import { element, empty } from '../markup.ts';
import { horizontal, label, type Size, vertical } from './draw.ts';
import { scale } from './scale.ts';

const HEIGHT = 74;
const LINE = 34;

/** What the strikes are compared with. */
const underlying = ({ root }: CondorProposal): string => (indexScale(root) === 1 ? 'SPX' : root);

function span(from: number, to: number, name: string): string {
  return empty('line', { class: name, x1: from, x2: to, y1: LINE, y2: LINE });
}

/** The four strikes on one line: where it earns, where it loses, one expected move around the forward, and SPX. */
function draw(condor: CondorProposal, spot: number, { width, name }: Size): string {
  const { longPut, shortPut, shortCall, longCall, forward, expectedMove } = condor;
  const room = (longCall - longPut) * (name === 'wide' ? 0.16 : 0.2);
  const x = scale(longPut - room, longCall + room, 4, width - 4);
  const [low, high] = [x.at(forward - expectedMove), x.at(forward + expectedMove)];
  const n = Math.max(1, condor.contracts);
  const named = (at: number, sign: string, right: 'P' | 'C', anchor: 'start' | 'end'): string =>
    label(x.at(at) + (anchor === 'end' ? 2 : -2), LINE + 28, `${sign}${n} ${strike(at)}${right}`, {
      class: sign === '-' ? (right === 'P' ? 'put strong' : 'call strong') : undefined,
      'text-anchor': anchor,
    });
  const tick = (at: number, mark: string): string => vertical(x.at(at), LINE - 9, LINE + 9, mark);
  return element(
    'g',
    {},
    empty('rect', { class: 'band1', x: low, y: LINE - 12, width: high - low, height: 24 }),
    horizontal(LINE, 4, width - 4, 'rule'),
    span(x.at(longPut), x.at(shortPut), 'ruler loss'),
    span(x.at(shortPut), x.at(shortCall), 'ruler gain'),
    span(x.at(shortCall), x.at(longCall), 'ruler loss'),
    tick(longPut, 'leg long put'),
    tick(shortPut, 'leg put'),
    tick(shortCall, 'leg call'),
    tick(longCall, 'leg long call'),
    empty('circle', { class: 'spx', cx: x.at(spot), cy: LINE, r: 5 }),
    label(x.at(spot), LINE - 18, `${underlying(condor)} ${fixed(spot, 0)}`, {
      class: 'strong',
      'text-anchor': 'middle',
    }),
    name === 'wide'
      ? label(high, LINE - 18, `\u00b11\u03c3 ${fixed(expectedMove, 0)}`, { 'text-anchor': 'middle' })
      : '',
    named(longPut, '+', 'P', 'end'),
    named(shortPut, '-', 'P', 'start'),
    named(shortCall, '-', 'C', 'end'),
    named(longCall, '+', 'C', 'start'),
  );
}

/** The ruler at two widths; the card prints the same numbers in words. */
export function strikeRuler(condor: CondorProposal, spx: number): string {
  const spot = spx / indexScale(condor.root);
  const said = `Strikes ${[condor.longPut, condor.shortPut, condor.shortCall, condor.longCall].map(strike).join(', ')}; ${underlying(condor)} ${fixed(spot, 0)}.`;
  const sizes: readonly Size[] = [
    { name: 'wide', width: 480, height: HEIGHT },
    { name: 'narrow', width: 330, height: HEIGHT },
  ];
  return sizes
    .map((size) =>
      element(
        'svg',
        {
          class: `chart ${size.name}`,
          viewBox: `0 0 ${size.width} ${HEIGHT}`,
          role: 'img',
          'aria-label': said,
        },
        draw(condor, spot, size),
      ),
    )
    .join('');
}
