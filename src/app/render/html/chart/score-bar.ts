import { fixed } from '../../format.ts';
import { element, empty } from '../markup.ts';
import { label, vertical } from './draw.ts';
import { scale } from './scale.ts';

const WIDTH = 340;
const HEIGHT = 34;
const NO_VIEW = 50;

/** 0 to 100; the fill starts at 50, because 50 is no view. */
export function scoreBar(score: number): string {
  const x = scale(0, 100, 1, WIDTH - 1);
  const [from, to] = [Math.min(NO_VIEW, score), Math.max(NO_VIEW, score)];
  return element(
    'svg',
    {
      class: 'scorebar',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': `Score ${fixed(score, 1)} of 100`,
    },
    empty('rect', { class: 'track', x: 1, y: 6, width: WIDTH - 2, height: 8, rx: 3 }),
    empty('rect', {
      class: score >= NO_VIEW ? 'f-benign' : 'f-adverse',
      x: x.at(from),
      y: 6,
      width: Math.max(1, x.at(to) - x.at(from)),
      height: 8,
    }),
    vertical(x.at(NO_VIEW), 3, 17, 'zero'),
    label(1, 30, '0'),
    label(x.at(NO_VIEW), 30, 'no view', { 'text-anchor': 'middle' }),
    label(WIDTH - 1, 30, '100', { 'text-anchor': 'end' }),
  );
}
