import { type Attributes, element, empty, typeset } from '../markup.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const short = (x: number): string => String(Number(x.toFixed(1)) + 0);

/** A line through points on paper. */
export const pathThrough = (points: readonly Point[]): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');

export const curve = (points: readonly Point[], name: string): string =>
  points.length === 0 ? '' : empty('path', { class: `line ${name}`, d: pathThrough(points) });

export const label = (x: number, y: number, text: string, attributes: Attributes = {}): string =>
  element('text', { x, y, ...attributes }, typeset(text));

export const vertical = (x: number, top: number, bottom: number, name: string): string =>
  empty('line', { class: name, x1: x, x2: x, y1: top, y2: bottom });

export const horizontal = (y: number, from: number, to: number, name: string): string =>
  empty('line', { class: name, x1: from, x2: to, y1: y, y2: y });

/** Size of a drawing; every chart is drawn once wide and once for a phone, so that its text never scales. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly name: 'wide' | 'narrow';
}
