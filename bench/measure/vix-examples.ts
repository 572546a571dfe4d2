import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MINUTES_PER_YEAR } from '../../src/core/units.ts';
import { type VixStrip, vixStrip } from '../../src/quant/strip/vix-strip.ts';
import { vixFromStrips } from '../../src/quant/strip/vol-index.ts';
import { numberIn, readVectors, type VectorRow } from './vectors.ts';

/** One of Cboe's three published worked examples, computed from its quotes. */
export interface VixExample {
  readonly near: VixStrip;
  readonly next: VixStrip;
  readonly vix: number;
}

export type VixEdition = '2009' | '2014' | 'current';

interface Term {
  readonly rows: readonly VectorRow[];
  readonly minutes: number;
  readonly rate: number;
}

/** Minutes and rates as each edition prints them; quotes from ../shared. */
const TERMS: Readonly<Record<VixEdition, (root: string) => { readonly near: Term; readonly next: Term }>> = {
  '2009': (root) => {
    const rows = readVectors(root, 'data', 'vix-whitepaper', 'vix_2009_whitepaper_options.csv').map(renamed);
    const days = (count: string) => rows.filter((row) => row['days'] === count);
    return {
      near: { rows: days('9'), minutes: 12_960, rate: 0.0038 },
      next: { rows: days('37'), minutes: 53_280, rate: 0.0038 },
    };
  },
  '2014': (root) => {
    const text = readFileSync(join(root, 'vectors', 'vix_whitepaper.json'), 'utf8');
    const { near, next } = JSON.parse(text) as Record<'near' | 'next', { quotes: Record<string, number>[] }>;
    const rowsOf = (quotes: Record<string, number>[]): VectorRow[] =>
      quotes.map((quote) =>
        Object.fromEntries(Object.entries(quote).map(([key, value]) => [key, String(value)])),
      );
    return {
      near: { rows: rowsOf(near.quotes), minutes: 35_924, rate: 0.000305 },
      next: { rows: rowsOf(next.quotes), minutes: 46_394, rate: 0.000286 },
    };
  },
  current: (root) => {
    const rows = readVectors(root, 'data', 'vix-whitepaper', 'cboe_vix_example_quotes.csv');
    const term = (name: string) => rows.filter((row) => row['term'] === name);
    return {
      near: { rows: term('near'), minutes: 34_484, rate: 0.00031664 },
      next: { rows: term('next'), minutes: 44_954, rate: 0.00028797 },
    };
  },
};

/** `Call Bid` of the 2009 table as `call_bid`, the name the other tables use. */
const renamed = (row: VectorRow): VectorRow =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key.toLowerCase().replace(' ', '_'), value]));

function stripOf({ rows, minutes, rate }: Term): VixStrip {
  const column = (name: string): Float64Array => Float64Array.from(rows, (row) => numberIn(row, name));
  const strip = vixStrip({
    strikes: column('strike'),
    callBid: column('call_bid'),
    callAsk: column('call_ask'),
    putBid: column('put_bid'),
    putAsk: column('put_ask'),
    rate,
    expiry: minutes / MINUTES_PER_YEAR,
  });
  if (!strip.ok) throw new Error(`published example gave ${strip.failure.code}`);
  return strip.value;
}

/** Recomputes one edition's example from its quote table. */
export function vixExample(root: string, edition: VixEdition): VixExample {
  const terms = TERMS[edition](root);
  const near = stripOf(terms.near);
  const next = stripOf(terms.next);
  const vix = vixFromStrips({
    near: { variance: near.variance, minutes: terms.near.minutes },
    next: { variance: next.variance, minutes: terms.next.minutes },
  });
  return { near, next, vix };
}

/** VIX as each edition works it out, to six decimals (methodology.md 5.1). */
export const PUBLISHED_VIX: Readonly<Record<VixEdition, number>> = {
  '2009': 61.217999,
  '2014': 13.685821,
  current: 13.927842,
};
