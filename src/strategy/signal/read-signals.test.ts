import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../core/dates.ts';
import { clock, newYorkInstant } from '../../core/new-york.ts';
import { seededRandom } from '../../core/random.ts';
import { type EpochMs, type IsoDate, points } from '../../core/units.ts';
import { historyThrough, type Series, type VxCurve } from '../../market/history.ts';
import { addSessions } from '../../market/session-calendar.ts';
import { demoDay } from '../../model/demo/demo-market.ts';
import { regimeThrough } from '../regime-through.ts';
import type { SignalContext } from './context.ts';
import { readSignals } from './read-signals.ts';
import { isPresent } from './signal.ts';
import { SIGNAL_SPECS } from './signal-spec.ts';

const MARKET = demoDay();
const LAST = MARKET.snapshot.session;
const evening = (session: IsoDate): EpochMs => newYorkInstant(session, clock(17));
const contextAt = (
  session: IsoDate,
  series: ReadonlyMap<string, Series> = MARKET.series,
  vx = MARKET.vx,
): SignalContext => ({
  session,
  past: historyThrough(series, vx, evening(session)),
});

/** Every value of a series that was not yet available, made into garbage, and garbage rows after its end. */
function poisoned(series: Series, through: EpochMs, random: () => number): Series {
  const garbage = (): number => 1e6 * (random() - 0.5);
  const extra = [1, 2, 3].map((ahead) => (series.days.at(-1) ?? 0) + ahead);
  return {
    ...series,
    days: Int32Array.from([...series.days, ...extra]),
    values: Float64Array.from([
      ...Array.from(series.values, (x, i) => ((series.availableAt[i] ?? 0) > through ? garbage() : x)),
      ...extra.map(garbage),
    ]),
    availableAt: Float64Array.from([...series.availableAt, ...extra.map(() => through + 1 + 1e9 * random())]),
  };
}

const poisonedCurve = (curve: VxCurve, through: EpochMs, random: () => number): VxCurve =>
  curve.availableAt <= through
    ? curve
    : { ...curve, contracts: curve.contracts.map((one) => ({ ...one, settle: points(1000 * random()) })) };

describe('readSignals', () => {
  it('gives S01 to S17 in order, with the weights of the method', () => {
    const readings = readSignals(contextAt(LAST));
    expect(readings.map(({ id, group, weight }) => ({ id, group, weight }))).toEqual(
      SIGNAL_SPECS.map(({ id, group, weight }) => ({ id, group, weight })),
    );
    expect(readings.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  it('takes the weights of the plan where it states them', () => {
    const readings = readSignals({ ...contextAt(LAST), weights: { S05: 7 } });
    expect(readings.filter(({ id }) => ['S04', 'S05'].includes(id)).map(({ weight }) => weight)).toEqual([
      10, 7,
    ]);
  });

  it('reads every volatility signal on the sample market, with finite numbers and a date not after the session', () => {
    const readings = readSignals(contextAt(LAST));
    const present = readings.filter(isPresent);
    expect(present.filter(({ group }) => group === 'vol')).toHaveLength(6);
    for (const { value, inputs, asOf, evidence } of present) {
      expect(Math.abs(value)).toBeLessThanOrEqual(1);
      expect(Object.values(inputs).every(Number.isFinite)).toBe(true);
      expect(dayNumber(asOf)).toBeLessThanOrEqual(dayNumber(LAST));
      expect(evidence).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('gives every reason in words when nothing is known', () => {
    const readings = readSignals(contextAt(LAST, new Map(), []));
    expect(readings.filter(isPresent).map(({ id }) => id)).toEqual(['S17']);
    for (const reading of readings) if (!isPresent(reading)) expect(reading.absent).toMatch(/no data by/);
  });

  it('never looks ahead: garbage in everything available later changes no reading and no regime', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), fc.integer(), (back, seed) => {
        const session = addSessions(LAST, -1 - back);
        const through = evening(session);
        const random = seededRandom(seed);
        const series = new Map(
          [...MARKET.series].map(([name, one]) => [name, poisoned(one, through, random)]),
        );
        const vx = MARKET.vx.map((curve) => poisonedCurve(curve, through, random));
        const [clean, dirty] = [contextAt(session), contextAt(session, series, vx)];
        expect(readSignals(dirty)).toEqual(readSignals(clean));
        expect(regimeThrough(dirty.past, session)).toEqual(regimeThrough(clean.past, session));
      }),
      { numRuns: 40 },
    );
  });
});
