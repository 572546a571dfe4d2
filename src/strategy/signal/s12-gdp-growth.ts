import type { SignalContext } from './context.ts';
import { absent, present, shownOnly } from './reading.ts';
import { releasesOf } from './releases.ts';
import type { Reading } from './signal.ts';

/**
 * The catalogue lets a quarter's latest vintage be read when its third estimate is out, 181 days after the quarter
 * begins, and it stands for 92 more: past that the file has stopped.
 */
const MAX_AGE_DAYS = 280;

function scored(growth: number): readonly [number, string] {
  if (growth >= 1.5) return [0.5, 'growing'];
  return growth < 0 ? [-0.5, 'shrinking'] : [0, 'slow'];
}

/**
 * S12: does the economy grow (C12)? Real GDP, quarter on quarter at an annual rate: (GDP[q] / GDP[q-1])^4 - 1, in
 * percent. 1.5 or more +0.5, below 0 -0.5, else 0. A latest vintage is shown and not counted.
 */
export function gdpGrowth(context: SignalContext): Reading {
  const gdp = releasesOf(context, { name: 'GDPC1', bars: 2, maxAgeDays: MAX_AGE_DAYS });
  if (!gdp.ok) return absent('S12', context, gdp.failure);
  const [before = 1, now = 1] = gdp.value.values;
  const growth = 100 * ((now / before) ** 4 - 1);
  const [value, words] = scored(growth);
  const evidence = `real GDP ${growth.toFixed(1)} % a year in the quarter from ${gdp.value.asOf.slice(0, 7)}: ${words}`;
  const { asOf, tags } = gdp.value;
  const signal = present('S12', context, { value, evidence, inputs: { gdpGrowth: growth }, asOf, tags });
  return tags.includes('revised') ? shownOnly(signal) : signal;
}
