declare const unit: unique symbol;

/** A number that says what it counts. Arithmetic gives back a plain number; re-tag it where it is born. */
export type Unit<Kind extends string> = number & { readonly [unit]: Kind };

/** Index points, the unit every premium, strike and forward is quoted in. */
export type Points = Unit<'points'>;
/** US cents, an integer. Money is never a fraction of a cent. */
export type Cents = Unit<'cents'>;
/** Annualised volatility as a decimal: 0.18, never 18. */
export type Vol = Unit<'vol'>;
/** A rate as a decimal per year, continuously compounded unless a name says otherwise. */
export type Rate = Unit<'rate'>;
/** Time in years, ACT/365 measured in minutes to the settlement instant (525,600 minutes a year). */
export type Years = Unit<'years'>;
/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = Unit<'epoch-ms'>;
/** A calendar date in New York, `YYYY-MM-DD`. */
export type IsoDate = string & { readonly [unit]: 'iso-date' };

export const points = (x: number): Points => x as Points;
export const vol = (x: number): Vol => x as Vol;
export const rate = (x: number): Rate => x as Rate;
export const years = (x: number): Years => x as Years;
export const epochMs = (x: number): EpochMs => x as EpochMs;

/** Rounds half away from zero, so that +0.5 and -0.5 cents are treated alike. */
export const cents = (x: number): Cents => {
  const rounded = Math.sign(x) * Math.round(Math.abs(x));
  return (rounded === 0 ? 0 : rounded) as Cents;
};

/** Dollars (a decimal number) to integer cents. */
export const dollars = (x: number): Cents => cents(x * 100);

export const MINUTES_PER_YEAR = 525_600;
export const MS_PER_MINUTE = 60_000;
