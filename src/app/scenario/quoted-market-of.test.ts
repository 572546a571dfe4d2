import { describe, expect, it } from 'vitest';
import { scenarioEveningWith } from '../../../test/fixtures/scenario-evening.ts';
import { AS_OF, SESSION, VIX, VIX3M } from '../../../test/fixtures/scenario-market.ts';
import { dayNumber } from '../../core/dates.ts';
import { problemLine } from '../../core/problem.ts';
import { historyThrough, type Series } from '../../market/history.ts';
import { vix3mProxy } from '../../model/history/vix3m-proxy.ts';
import { quotedMarketOf } from './quoted-market-of.ts';

const { reading } = scenarioEveningWith();
const { family: _family, ...withoutVix } = reading;
const past = (...series: readonly Series[]) =>
  historyThrough(new Map(series.map((one) => [one.name, one])), [], AS_OF);

/** VIX closes of the ten days up to the session and one after it. */
const closes: Series = {
  name: 'VIX.close',
  days: Int32Array.from({ length: 11 }, (_, i) => dayNumber(SESSION) - 9 + i),
  values: Float64Array.from({ length: 11 }, (_, i) => (i === 10 ? 80 : VIX + i - 9)),
  availableAt: new Float64Array(11),
  tags: [],
};

describe('where scenarios start', () => {
  it('is the published VIX and VIX3M', () => {
    expect(quotedMarketOf(reading, past())).toMatchObject({
      value: { quoted: { vix: VIX, vix3m: VIX3M }, vix3mSource: 'published' },
    });
  });

  it('takes a proxy for VIX3M from the closes up to the session, and says so', () => {
    const start = quotedMarketOf({ ...withoutVix, family: { vix: VIX } }, past(closes));
    expect(start).toMatchObject({
      value: { quoted: { vix3m: vix3mProxy(closes.values.subarray(0, 10)) }, vix3mSource: 'proxied' },
    });
  });

  it('is nowhere without VIX', () => {
    const refused = quotedMarketOf(withoutVix, past());
    expect(refused.ok ? [] : refused.failure.map(problemLine)).toEqual([
      '--date "2026-11-19": has no VIX close, which every scenario starts from. Fix: import the VIX closes of that day with `alvh data import PATH`.',
    ]);
  });
});
