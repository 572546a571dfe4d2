import { describe, expect, it } from 'vitest';
import { contextOf, monthsTo, SESSION, seriesOn } from '../../../test/fixtures/signal-history.ts';
import { addDays, isoDate } from '../../core/dates.ts';
import { normalDraw, seededRandom } from '../../core/random.ts';
import type { IsoDate } from '../../core/units.ts';
import { addSessions } from '../../market/session-calendar.ts';
import { isCounted } from './reading.ts';
import { inflationSurprise } from './s09-inflation-surprise.ts';
import { rateDifferential } from './s10-rate-differential.ts';
import { reerVolatility } from './s11-reer-volatility.ts';
import { gdpGrowth } from './s12-gdp-growth.ts';
import { bankLiquidity } from './s13-bank-liquidity.ts';
import { isPresent } from './signal.ts';

/** Prices that grow by chance around 0.2 % a month; the last month by `lastChange`. */
function prices(lastChange: number): number[] {
  const random = seededRandom(2);
  let level = 100;
  return Array.from({ length: 242 }, (_, i) => {
    level *= Math.exp(i === 241 ? lastChange : 0.002 + 0.002 * normalDraw(random));
    return level;
  });
}

describe('S09', () => {
  const months = monthsTo(242, isoDate('2019-03-01'));
  /** CPI whose last month could first be read `sessionsAgo` sessions before the session. */
  const cpi = (lastChange: number, sessionsAgo = 0, tags: readonly 'revised'[] = []) => {
    const released = addSessions(addDays(SESSION, 1), -1 - sessionsAgo);
    const days = (Date.parse(released) - Date.parse('2019-03-01')) / 86_400_000;
    return seriesOn('CPIAUCSL', months, prices(lastChange), { lagDays: days, tags });
  };

  it('is adverse for five sessions after a print far from its forecast', () => {
    const values = [0, 4, 5].map((ago) => inflationSurprise(contextOf([cpi(0.02, ago)])));
    expect(values).toMatchObject([{ value: -0.5 }, { value: -0.5 }, { value: 0 }]);
  });

  it('is neutral after an ordinary print', () => {
    expect(inflationSurprise(contextOf([cpi(0.002)]))).toMatchObject({ value: 0, direction: 'neutral' });
  });

  it('is shown and not counted on a latest vintage', () => {
    const signal = inflationSurprise(contextOf([cpi(0.02, 0, ['revised'])]));
    expect(signal).toMatchObject({
      value: -0.5,
      tags: ['revised', 'not-scored'],
      evidence: expect.stringContaining('shown, not counted'),
    });
    expect(isPresent(signal) && isCounted(signal)).toBe(false);
    const firstPrint = inflationSurprise(contextOf([cpi(0.02)]));
    expect(isPresent(firstPrint) && isCounted(firstPrint)).toBe(true);
  });

  it('says why each price series is missing', () => {
    expect(inflationSurprise(contextOf([]))).toMatchObject({
      absent: 'CPIAUCSL: no data by 2019-05-09; PPIACO: no data by 2019-05-09',
    });
  });
});

describe('S10', () => {
  const months = monthsTo(13, isoDate('2019-03-01'));
  const steps = [0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.4, 0.5, 0.6, 0.6, 0.7, 0.8, 1.3];
  const rates = (bill: readonly number[]) => [
    seriesOn('TB3MS', months, bill, { lagDays: 35 }),
    ...['EA19', 'JPN', 'GBR'].map((area, i) =>
      seriesOn(
        `OECD.${area}`,
        months,
        months.map(() => i),
        { lagDays: 45 },
      ),
    ),
  ];

  it('grows with the standardised change of the differential', () => {
    const changes = steps.slice(1).map((x, i) => x - (steps[i] ?? 0));
    const average = changes.reduce((a, b) => a + b, 0) / 12;
    const sd = Math.sqrt(changes.reduce((a, b) => a + (b - average) ** 2, 0) / 11);
    const z = (0.5 - average) / sd;
    const signal = rateDifferential(contextOf(rates(steps)));
    expect('value' in signal && signal.value).toBeCloseTo(-0.5 * Math.min(1, z / 3), 9);
    expect('inputs' in signal && signal.inputs['ird']).toBeCloseTo(1.3 - 1, 12);
  });

  it('is 0 when nothing moves', () => {
    expect(rateDifferential(contextOf(rates(months.map(() => 2))))).toMatchObject({ value: 0 });
  });

  it('is absent without one of the foreign rates', () => {
    expect(rateDifferential(contextOf(rates(steps).slice(0, 3)))).toMatchObject({
      absent: 'OECD.GBR: no data by 2019-05-09',
    });
  });
});

describe('S11', () => {
  /** A dollar that swings by `amplitude` a month, ever more or ever less. */
  const reer = (amplitude: (i: number) => number, last: IsoDate = isoDate('2019-03-01')) => {
    const months = monthsTo(132, last);
    return seriesOn(
      'RBUSBIS',
      months,
      months.map((_, i) => 100 * Math.exp((i % 2) * amplitude(i))),
      { lagDays: 60 },
    );
  };

  it('is benign when the dollar is at its quietest, adverse at its wildest', () => {
    expect(reerVolatility(contextOf([reer((i) => 0.02 - i * 1e-4)]))).toMatchObject({ value: 0.5 });
    expect(reerVolatility(contextOf([reer((i) => 0.001 + i * 1e-4)]))).toMatchObject({ value: -0.5 });
  });

  it('gives the sample deviation of twelve monthly changes', () => {
    const signal = reerVolatility(contextOf([reer(() => 0.01)]));
    const sd = Math.sqrt((12 * 0.01 ** 2) / 11); // changes of +-0.01 in turn, mean 0
    expect('inputs' in signal && signal.inputs['reerVol']).toBeCloseTo(sd, 12);
  });

  it('is absent past 120 days: neither low nor high', () => {
    expect(reerVolatility(contextOf([reer(() => 0.01, isoDate('2019-01-01'))]))).toMatchObject({
      absent: 'RBUSBIS: no value since 2019-01-01',
    });
  });
});

describe('S12', () => {
  const gdp = (growth: number, tags: readonly 'revised'[] = []) =>
    gdpGrowth(
      contextOf([seriesOn('GDPC1', monthsTo(2, isoDate('2019-01-01'), 3), [1000, 1000 * growth], { tags })]),
    );

  it('scores growth at an annual rate', () => {
    expect(gdp(1.01)).toMatchObject({ value: 0.5 });
    expect('inputs' in gdp(1.01) && gdp(1.01)).toHaveProperty(
      'inputs.gdpGrowth',
      100 * ((1010 / 1000) ** 4 - 1),
    );
    expect([gdp(1.003), gdp(1), gdp(0.999)]).toMatchObject([{ value: 0 }, { value: 0 }, { value: -0.5 }]);
  });

  it('is shown and not counted on a latest vintage', () => {
    const signal = gdp(1.01, ['revised']);
    expect(isPresent(signal) && isCounted(signal)).toBe(false);
  });
});

describe('S13', () => {
  const weeks = Array.from({ length: 260 }, (_, i) => addDays(isoDate('2019-04-24'), -7 * (259 - i)));
  const banks = (cash: (i: number) => number) => [
    seriesOn(
      'CASACBW027SBOG',
      weeks,
      weeks.map((_, i) => cash(i)),
      { lagDays: 9 },
    ),
    seriesOn(
      'TASACBW027SBOG',
      weeks,
      weeks.map(() => 2000),
      { lagDays: 9 },
    ),
    seriesOn(
      'DPSACBW027SBOG',
      weeks,
      weeks.map(() => 10_000),
      { lagDays: 9 },
    ),
  ];

  it('ranks liquid assets over deposits in five years', () => {
    const signal = bankLiquidity(contextOf(banks((i) => 1000 + i)));
    expect(signal).toMatchObject({ inputs: { blr: 0.3259 } });
    expect('value' in signal && signal.value).toBeCloseTo(((100 * 259.5) / 260 - 50) / 50, 12);
    expect(bankLiquidity(contextOf(banks(() => 1000)))).toMatchObject({ value: 0 });
  });

  it('is absent without the weekly release', () => {
    expect(bankLiquidity(contextOf([]))).toMatchObject({ absent: 'CASACBW027SBOG: no data by 2019-05-09' });
  });
});
