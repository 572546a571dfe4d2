import { expect, it } from 'vitest';
import { type StripQuotes, selectStrip } from './strip-selection.ts';

type Line = readonly [strike: number, callBid: number, callAsk: number, putBid: number, putAsk: number];

const quotesOf = (lines: readonly Line[]): StripQuotes => ({
  strikes: lines.map(([strike]) => strike),
  callBid: lines.map(([, bid]) => bid),
  callAsk: lines.map(([, , ask]) => ask),
  putBid: lines.map(([, , , bid]) => bid),
  putAsk: lines.map(([, , , , ask]) => ask),
});

/** Parity at 100 with the call half a point dearer; one lone gap in the puts, then a pair of gaps on either side. */
const LINES: readonly Line[] = [
  [70, 30, 31, 0.05, 0.15],
  [75, 25, 26, 0, 0.5],
  [80, 20, 21, 0, 0.5],
  [85, 15, 16, 0.1, 0.3],
  [90, 10, 11, 0, 0.5],
  [95, 6.3, 6.7, 0.9, 1.1],
  [100, 2.9, 3.1, 2.4, 2.6],
  [105, 1.1, 1.3, 5.6, 5.8],
  [110, 0.3, 0.5, 10, 11],
  [115, 0, 0.5, 15, 16],
  [120, 0, 0.5, 20, 21],
  [125, 0.05, 0.15, 25, 26],
];

it('takes puts below K0, calls above, both at K0, and reads F off the tightest pair', () => {
  const chosen = selectStrip(quotesOf(LINES), 1);
  expect(chosen).toMatchObject({ ok: true, value: { forward: 100.5, atStrike: 100 } });
  if (!chosen.ok) return;
  expect(chosen.value.prices.map(({ strike, side }) => `${strike} ${side}`)).toEqual([
    '85 put',
    '95 put',
    '100 both',
    '105 call',
    '110 call',
  ]);
  expect(chosen.value.prices[2]?.price).toBeCloseTo(2.75, 12);
});

it('carries the parity gap forward at the rate', () => {
  expect(selectStrip(quotesOf(LINES), 1.02)).toMatchObject({ value: { forward: 100 + 1.02 * 0.5 } });
});

it('does not mistake a strike without a bid for parity', () => {
  const lines = LINES.map((line): Line => (line[0] === 90 ? [90, 0, 0.5, 0, 0.5] : line));
  expect(selectStrip(quotesOf(lines), 1)).toMatchObject({ value: { forward: 100.5 } });
});

it('puts K0 at the forward itself when a strike lies exactly there', () => {
  const lines = LINES.map((line): Line => (line[0] === 100 ? [100, 2.4, 2.6, 2.4, 2.6] : line));
  expect(selectStrip(quotesOf(lines), 1)).toMatchObject({ value: { forward: 100, atStrike: 100 } });
});

it('says why a chain gives no strip', () => {
  const failure = (lines: readonly Line[]) => selectStrip(quotesOf(lines), 1);
  expect(failure([])).toEqual({ ok: false, failure: { code: 'no-forward' } });
  expect(failure(LINES.map(([k, cb, ca]): Line => [k, cb, ca, 0, 0]))).toEqual({
    ok: false,
    failure: { code: 'no-forward' },
  });
  expect(
    failure([
      [100, 1, 1.2, 4, 4.2],
      [105, 0.1, 0.2, 9, 9.2],
    ]),
  ).toEqual({ ok: false, failure: { code: 'no-at-strike' } });
  expect(failure(LINES.filter(([k]) => k >= 100))).toEqual({ ok: false, failure: { code: 'one-sided' } });
  expect(failure(LINES.filter(([k]) => k <= 100))).toEqual({ ok: false, failure: { code: 'one-sided' } });
});
