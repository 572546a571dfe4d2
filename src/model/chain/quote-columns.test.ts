import { expect, it } from 'vitest';
import { emptyQuotes, quoteStrike } from './quote-columns.ts';
import { tickLadder } from './tick-ladder.ts';

const quoting = {
  spread: { least: 0.05, perVega: 0, perPrice: 0.01 },
  ladder: tickLadder([
    { from: 0, tick: 0.05 },
    { from: 3, tick: 0.1 },
  ]),
};
const quoted = (call: number, put: number) => {
  const columns = emptyQuotes(1);
  quoteStrike(columns, 0, quoting, call, put, 0);
  const { callBid, callAsk, putBid, putAsk } = columns;
  return [callBid[0], callAsk[0], putBid[0], putAsk[0]];
};

it('rounds outward, so the fair price keeps its place between bid and ask', () => {
  expect(quoted(20.13, 1.02)).toEqual([19.9, 20.4, 0.95, 1.1]);
});

it('has no bid for what is worth no more than its half-spread, and always an ask', () => {
  expect(quoted(0.05, 0)).toEqual([0, 0.1, 0, 0.05]);
  expect(quoted(0.09, 0.11)).toEqual([0, 0.15, 0.05, 0.2]);
});
