import { z } from 'zod';

/**
 * The kinds of field a plan has. Every range is closed: both ends are allowed. Ranges keep a typing slip out (2 for
 * 0.02); what a profile may do is bounded by the `risk.hard` section, checked in trading-plan.ts.
 */

/** A real number in [min, max]. */
export const real = (min: number, max: number) => z.number().min(min).max(max);
/** A decimal share in [min, max], by default [0, 1]: 0.02, never 2. */
export const share = (min = 0, max = 1) => real(min, max);
/** A whole number in [min, max]. */
export const whole = (min: number, max: number) => z.int().min(min).max(max);
/** Calendar days to expiration. */
export const dte = () => whole(0, 1100);
/** New York wall-clock time `HH:MM`. */
export const clockTime = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time HH:MM');
