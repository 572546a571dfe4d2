import { expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { dividendsBefore } from './cash-dividend.ts';

it('keeps what goes ex before expiry and pays, soonest first', () => {
  const dividends = [
    { time: 0.4, amount: 1.8 },
    { time: 0.1, amount: 1.7 },
    { time: 0.2, amount: 0 },
    { time: 0.5, amount: 1.9 },
    { time: 0.9, amount: 2 },
  ];
  expect(dividendsBefore(0.5, dividends)).toEqual([
    { time: 0.1, amount: 1.7 },
    { time: 0.4, amount: 1.8 },
  ]);
  expect(dividends[0]).toEqual({ time: 0.4, amount: 1.8 }); // the caller's list is left in its order
  expect(dividendsBefore(0.5, [])).toEqual([]);
});

it('refuses what is not a dividend to come, naming it', () => {
  const good = { time: 0.1, amount: 1 };
  expect(() => dividendsBefore(1, [good, { time: 0, amount: 1 }])).toThrow(
    'dividends[1].time must be finite and > 0, was 0',
  );
  expect(() => dividendsBefore(1, [{ time: 0.5, amount: -1 }])).toThrow(
    'dividends[0].amount must be finite and >= 0, was -1',
  );
  expect(() => dividendsBefore(1, [{ time: Number.NaN, amount: 1 }])).toThrow(PreconditionError);
});
