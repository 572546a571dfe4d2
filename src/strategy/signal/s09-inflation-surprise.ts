import { fail, ok, type Result } from '../../core/result.ts';
import { CALENDAR_FIRST, sessionsBetween } from '../../market/session-calendar.ts';
import { logReturns, stdDev } from '../../quant/stats.ts';
import { arForecast } from './autoregression.ts';
import type { SignalContext } from './context.ts';
import { absent, present, shownOnly } from './reading.ts';
import { type Releases, releasesOf } from './releases.ts';
import type { Reading } from './signal.ts';

const ORDER = 12;
/** Twenty years of monthly changes to fit on, so that 13 coefficients rest on about 18 values each. */
const FIT_MONTHS = 240;
const FEWEST_MONTHS = 120;
const ERROR_MONTHS = 60;
/**
 * The catalogue lets a month's CPI be read 32 days after it ends and its PPI 60, the longest waits on record, and each
 * stands for a month: past these ages, with two weeks' grace, the file has stopped.
 */
const MAX_AGE_DAYS = { CPIAUCSL: 110, PPIFIS: 140, PPIACO: 140 } as const;
const SHOCK = 1.5;
/** Sessions a shock stays in force, the release day included. */
const SHOCK_SESSIONS = 5;

interface Surprise {
  readonly release: Releases;
  /** Newest monthly log change less its AR(12) forecast, in standard deviations of 60 past errors. */
  readonly z: number;
  readonly age: number;
}

function surpriseOf(context: SignalContext, name: keyof typeof MAX_AGE_DAYS): Result<Surprise, string> {
  const bars = FIT_MONTHS + 2;
  const release = releasesOf(context, { name, bars, maxAgeDays: MAX_AGE_DAYS[name], atLeast: FEWEST_MONTHS });
  if (!release.ok) return release;
  const changes = logReturns(release.value.values);
  const fit = arForecast(changes.subarray(0, -1), ORDER);
  const scale = fit === undefined ? 0 : stdDev(fit.residuals.subarray(-ERROR_MONTHS));
  if (fit === undefined || !(scale > 0)) return fail(`${name}: its changes do not vary`);
  const z = ((changes.at(-1) ?? 0) - fit.forecast) / scale;
  const { releasedOn } = release.value;
  const counted = releasedOn < CALENDAR_FIRST ? CALENDAR_FIRST : releasedOn; // an age of at least
  return ok({ release: release.value, z, age: sessionsBetween(counted, context.session) });
}

/** Final demand where it has ten years, all commodities before: the headline index changed in 2014. */
function producerPrices(context: SignalContext): Result<Surprise, string> {
  const finalDemand = surpriseOf(context, 'PPIFIS');
  return finalDemand.ok ? finalDemand : surpriseOf(context, 'PPIACO');
}

const describe = ({ release, z, age }: Surprise): string =>
  `${release.name} of ${release.asOf.slice(0, 7)} ${z >= 0 ? '+' : ''}${z.toFixed(1)} sd against AR(12), out ${age} sessions ago`;

/**
 * S09: did the last inflation prints surprise (C10)?
 *
 *     z = (monthly change - AR(12) forecast) / sd of 60 forecast errors;   -0.5 for 5 sessions when |z| >= 1.5, else 0
 *
 * The forecast is fitted by least squares on the 240 changes before the print; errors are those of that fit. A series
 * known only as its latest vintage is shown and not counted.
 */
export function inflationSurprise(context: SignalContext): Reading {
  const cpi = surpriseOf(context, 'CPIAUCSL');
  const ppi = producerPrices(context);
  const read = [cpi, ppi].flatMap((result) => (result.ok ? [result.value] : []));
  const [newest] = read.toSorted((a, b) => (a.release.asOf < b.release.asOf ? 1 : -1));
  if (newest === undefined) {
    const reasons = [cpi, ppi].flatMap((result) => (result.ok ? [] : [result.failure]));
    return absent('S09', context, reasons.join('; '));
  }
  const shocked = read.some(({ z, age }) => Math.abs(z) >= SHOCK && age < SHOCK_SESSIONS);
  const inputs: Record<string, number> = {};
  if (cpi.ok) inputs['zCpi'] = cpi.value.z;
  if (ppi.ok) inputs['zPpi'] = ppi.value.z;
  const evidence = read.map(describe).join('; ');
  const tags = read.flatMap(({ release }) => release.tags);
  const signal = present('S09', context, {
    value: shocked ? -0.5 : 0,
    evidence,
    inputs,
    asOf: newest.release.asOf,
    tags,
  });
  return tags.includes('revised') ? shownOnly(signal) : signal;
}
