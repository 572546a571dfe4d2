import { PreconditionError } from '../core/errors.ts';
import { GRID_DAYS, GRID_K, GRID_X, GRID_Y } from './grid/smile-axes.ts';
import type { FactorState } from './two-factor.ts';

/**
 * Implied vols of SPX options over the variance-swap vol, tabulated over both factors, maturity and standardised strike; as
 * logarithms, row by row: maturity, then y, then x, then strike.
 */
export interface SmileGrid {
  readonly logRatios: Float64Array;
}

/** Logarithms are stored as 16-bit integers in these units: +-2 in steps of 6e-5, which is .001 of a 17-vol. */
const UNITS = 16_384;

const SIZE = GRID_DAYS.length * GRID_Y.length * GRID_X.length * GRID_K.length;

/** The grid as text: base 64 of little-endian 16-bit integers. */
export function encodeSmileGrid({ logRatios }: SmileGrid): string {
  let bytes = '';
  for (const value of logRatios) {
    const unit = Math.round(value * UNITS) & 0xffff;
    bytes += String.fromCharCode(unit & 0xff, unit >> 8);
  }
  return btoa(bytes);
}

/** @throws PreconditionError when the text is not a grid of the present axes */
export function decodeSmileGrid(text: string): SmileGrid {
  const bytes = atob(text);
  if (bytes.length !== 2 * SIZE)
    throw new PreconditionError(
      'smile grid',
      `must hold ${SIZE} values; rebuild it with npm run grid`,
      bytes.length / 2,
    );
  const logRatios = new Float64Array(SIZE);
  for (let n = 0; n < SIZE; n++) {
    const unit = bytes.charCodeAt(2 * n) | (bytes.charCodeAt(2 * n + 1) << 8);
    logRatios[n] = (unit >= 0x8000 ? unit - 0x10000 : unit) / UNITS;
  }
  return { logRatios };
}

/** Nodes an interpolation at one coordinate rests on: the first of four, and their weights. */
interface Stencil {
  readonly first: number;
  readonly weights: readonly [number, number, number, number];
}

/** Lagrange's cubic through the four nodes about a coordinate; at the edges the outermost four. */
export function cubicStencil(nodes: readonly number[], at: number): Stencil {
  let first = 0;
  while (first + 4 < nodes.length && (nodes[first + 2] ?? 0) <= at) first++;
  const weight = (j: number): number => {
    let product = 1;
    for (let m = 0; m < 4; m++)
      if (m !== j)
        product *= (at - (nodes[first + m] ?? 0)) / ((nodes[first + j] ?? 0) - (nodes[first + m] ?? 0));
    return product;
  };
  return { first, weights: [weight(0), weight(1), weight(2), weight(3)] };
}

/** A state with its coordinates held inside the grid, and whether they had to be. */
export interface GridPlace {
  readonly x: Stencil;
  readonly y: Stencil;
  readonly isClipped: boolean;
}

const held = (value: number, nodes: readonly number[]): number =>
  Math.min(Math.max(value, nodes[0] ?? 0), nodes.at(-1) ?? 0);

/** Where a state lies on the grid; outside it the smile of the nearest edge is taken, and said so. */
export function gridPlace({ x, y }: FactorState): GridPlace {
  const [inX, inY] = [held(x, GRID_X), held(y, GRID_Y)];
  return { x: cubicStencil(GRID_X, inX), y: cubicStencil(GRID_Y, inY), isClipped: inX !== x || inY !== y };
}

/** Log ratios of one state at one of the grid's maturities: one per standardised strike. */
export function stateRow({ logRatios }: SmileGrid, place: GridPlace, maturity: number): Float64Array {
  const row = new Float64Array(GRID_K.length);
  for (let j = 0; j < 4; j++) {
    for (let i = 0; i < 4; i++) {
      const weight = (place.y.weights[j] ?? 0) * (place.x.weights[i] ?? 0);
      const cell = (maturity * GRID_Y.length + place.y.first + j) * GRID_X.length + place.x.first + i;
      const from = cell * GRID_K.length;
      for (let k = 0; k < row.length; k++) row[k] = (row[k] ?? 0) + weight * (logRatios[from + k] ?? 0);
    }
  }
  return row;
}
