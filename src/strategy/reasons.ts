import type { Reason } from './reason.ts';

/** How a number is written in a reason: the same format for what was seen and what was needed. */
export type Show = (x: number) => string;

export const asPercent =
  (digits = 1): Show =>
  (x) =>
    `${(100 * x).toFixed(digits)} %`;
export const asNumber =
  (digits = 2, unit = ''): Show =>
  (x) =>
    `${x.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;

/** Passes when `observed >= bound`; the margin is what is left. */
export const atLeast = (rule: string, observed: number, bound: number, show: Show): Reason => ({
  rule,
  verdict: observed >= bound ? 'pass' : 'fail',
  observed: show(observed),
  required: `>= ${show(bound)}`,
  margin: observed - bound,
});

/** Passes when `observed <= bound`. */
export const atMost = (rule: string, observed: number, bound: number, show: Show): Reason => ({
  rule,
  verdict: observed <= bound ? 'pass' : 'fail',
  observed: show(observed),
  required: `<= ${show(bound)}`,
  margin: bound - observed,
});

/** Passes when `observed < bound`, for caps that must leave something. */
export const below = (rule: string, observed: number, bound: number, show: Show): Reason => ({
  rule,
  verdict: observed < bound ? 'pass' : 'fail',
  observed: show(observed),
  required: `< ${show(bound)}`,
  margin: bound - observed,
});

/** A rule in words; the margin when there is a number behind it, in the unit `required` is written in. */
export const holds = (
  rule: string,
  yes: boolean,
  observed: string,
  required: string,
  margin?: number,
): Reason => ({
  rule,
  verdict: yes ? 'pass' : 'fail',
  observed,
  required,
  ...(margin === undefined ? {} : { margin }),
});

/** Something the reader should know that gates nothing. */
export const note = (rule: string, observed: string, required = 'informs only'): Reason => ({
  rule,
  verdict: 'note',
  observed,
  required,
});

export const passes = (reasons: readonly Reason[]): boolean =>
  reasons.every(({ verdict }) => verdict !== 'fail');
export const failures = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.filter(({ verdict }) => verdict === 'fail');
