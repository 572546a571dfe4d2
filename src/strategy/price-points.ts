import { type Points, points } from '../core/units.ts';

/** Finer than any tick or modelled slippage, coarser than the dust of adding binary fractions. */
const PER_POINT = 1e6;

/** A price in points without binary dust: 0.35, never 0.34999999999999987. Cleaned where it is born, so nobody need again. */
export const pricePoints = (x: number): Points => points(Math.round(x * PER_POINT) / PER_POINT);
