import type { Cents } from './units.ts';

/** Thousands commas, never those of the machine's locale: the same sheet has the same bytes everywhere. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `$4,330`, `-$4,330`: whole dollars from cents; what rounds to nothing has no sign. */
export function showDollars(amount: Cents | number): string {
  const whole = Math.abs(amount / 100).toFixed(0);
  return `${amount < 0 && whole !== '0' ? '-' : ''}$${grouped(whole)}`;
}
