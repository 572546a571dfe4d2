import { type Vol, vol } from '../../core/units.ts';

/**
 * Volatility of a year from the variance of one bar, bars being independent: sqrt(variance x bars in a year).
 * A running mean of squares can end an ulp below 0 when a large one leaves it; that is 0.
 */
export const annualised = (variance: number, perYear: number): Vol =>
  vol(Math.sqrt(Math.max(variance, 0) * perYear));
