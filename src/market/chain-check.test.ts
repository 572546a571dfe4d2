import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { clock, newYorkInstant } from '../core/new-york.ts';
import { type EpochMs, points } from '../core/units.ts';
import type { Chain, ChainSnapshot } from './chain.ts';
import { checkChain, type QuoteCounts } from './chain-check.ts';
import { judgeChain } from './judge-chain.ts';
import { quotesHash } from './quotes-hash.ts';

const FORWARD = 2870;
const STRIKES = Float64Array.from({ length: 81 }, (_, i) => 2670 + 5 * i);
const SESSION = isoDate('2019-05-09');

interface Flaws {
  /** Added to the call mid of every n-th strike. */
  readonly every?: number;
  readonly by?: number;
}

/** Quotes that obey parity to the cent at a forward of 2870, with optional flaws. */
function chain(expiration: string, asOf: EpochMs, { every = 1, by = 0 }: Flaws = {}): Chain {
  const timeValue = (strike: number): number => 30 * Math.exp(-(((strike - FORWARD) / 90) ** 2)) + 0.5;
  const mid = (strike: number, sign: 1 | -1): number =>
    Math.max(sign * (FORWARD - strike), 0) + timeValue(strike);
  const call = STRIKES.map((k, i) => mid(k, 1) + (i % every === 0 ? by : 0));
  const put = STRIKES.map((k) => mid(k, -1));
  const quoted = (mids: Float64Array) => ({ bid: mids.map((m) => m - 0.2), ask: mids.map((m) => m + 0.2) });
  return {
    root: 'SPXW',
    expiration: isoDate(expiration),
    asOf,
    quotes: 'real',
    strikes: STRIKES,
    call: quoted(call),
    put: quoted(put),
  };
}

interface Taken {
  readonly session?: string;
  readonly date?: string;
  readonly minutes?: number;
  readonly timeRecorded?: boolean;
  readonly flaws?: Flaws;
}

function snapshot({
  session = SESSION,
  date = session,
  minutes = clock(16, 15),
  timeRecorded = true,
  flaws,
}: Taken = {}): ChainSnapshot {
  const asOf = newYorkInstant(isoDate(date), minutes);
  const chains = [chain('2019-05-24', asOf, flaws), chain('2019-06-07', asOf, flaws)];
  return {
    underlying: 'SPX',
    session: isoDate(session),
    asOf,
    timeRecorded,
    spot: points(2869),
    quotes: 'real',
    chains,
    source: 'abc',
  };
}

const COUNTS: QuoteCounts = {
  contracts: 324,
  expirations: 2,
  usable: 324,
  oneSided: 0,
  empty: 0,
  crossed: 0,
  duplicates: 0,
};
const check = (taken: Taken = {}, counts: Partial<QuoteCounts> = {}) =>
  checkChain(snapshot(taken), { ...COUNTS, ...counts }, 'chain.csv');

describe('a chain on its own', () => {
  it('is used without remark when its quotes are whole, at the close and on parity', () => {
    const { passport, forward } = check();
    expect(passport).toMatchObject({ verdict: 'use', reasons: [], parityViolations: 0 });
    expect(passport.strikesChecked).toBeGreaterThan(20);
    expect(forward?.expiration).toBe('2019-05-24');
    expect(forward?.value).toBeCloseTo(FORWARD, 1); // the rate is assumed, and moves five strikes by a cent or two
  });

  it.each<[string, Taken, Partial<QuoteCounts>, string, RegExp]>([
    [
      'wiped quotes, with their number',
      {},
      { contracts: 18_420, usable: 550 },
      'refuse',
      /only 550 of 18420 contracts/,
    ],
    ['a handful of quotes', {}, { contracts: 20, usable: 20 }, 'refuse', /too few quotes: 20 of 20/],
    [
      'a holiday copy, by the name of the day',
      { session: '2019-05-27' },
      {},
      'refuse',
      /2019-05-27 is Memorial Day/,
    ],
    ['a weekend copy', { session: '2019-05-11' }, {}, 'refuse', /weekend/],
    [
      'no recorded time',
      { timeRecorded: false },
      {},
      'use-with-care',
      /no time recorded: taken as of the close, 2019-05-09 16:15 ET/,
    ],
    [
      'quotes of the evening',
      { minutes: clock(20, 51) },
      {},
      'use-with-care',
      /after the close, 2019-05-09 20:51 ET/,
    ],
    [
      'quotes of the Saturday after',
      { session: '2019-05-10', date: '2019-05-11', minutes: clock(11) },
      {},
      'use-with-care',
      /after the close/,
    ],
    [
      'quotes of the morning',
      { minutes: clock(10, 11) },
      {},
      'use-with-care',
      /during the session, 2019-05-09 10:11 ET/,
    ],
    ['crossed quotes', {}, { crossed: 5 }, 'use-with-care', /5 contracts are crossed \(1.5 %\)/],
    [
      'some strikes off parity',
      { flaws: { every: 5, by: 3 } },
      {},
      'use-with-care',
      /strikes near the money break put-call parity/,
    ],
  ])('says %s', (_, taken, counts, verdict, reason) => {
    const { passport } = check(taken, counts);
    expect(passport.verdict).toBe(verdict);
    expect(passport.reasons[0]).toMatch(reason);
  });

  it('does not hold parity against American options', () => {
    const broken = snapshot({ flaws: { every: 5, by: 3 } });
    const { passport } = checkChain({ ...broken, underlying: 'SPY' }, COUNTS, 'chain.csv');
    expect(passport.verdict).toBe('use');
    expect(passport.parityViolations).toBeGreaterThan(0);
  });

  it('takes a quote delayed by fifteen minutes as one of the close', () => {
    expect(check({ minutes: clock(16, 30) }).passport.verdict).toBe('use');
    expect(check({ minutes: clock(16) }).passport.verdict).toBe('use');
  });

  it('puts what refuses before what only asks for care', () => {
    const { passport } = check({ timeRecorded: false }, { usable: 3 });
    expect(passport.reasons.map((reason) => reason.split(':')[0])).toEqual([
      'quotes wiped',
      'no time recorded',
    ]);
  });
});

describe('a chain against the rest of the data', () => {
  const { passport, forward } = check();
  const context = { spot: points(2869), ...(forward === undefined ? {} : { forward }) };

  it('keeps its verdict and states the larger distance when close', () => {
    const judged = judgeChain(passport, { ...context, close: 2870.72 });
    expect(judged.verdict).toBe('use');
    expect(judged.distanceFromClose).toBeCloseTo(1 - 2869 / 2870.72, 12);
  });

  it('is refused beyond 3 %, by underlying or by parity forward, with both numbers', () => {
    const far = judgeChain(passport, { ...context, close: 2780 });
    expect(far.verdict).toBe('refuse');
    expect(far.reasons[0]).toMatch(
      /underlying 2869 and parity forward 2870\.\d\d \(2019-05-24\) against a close of 2780: 3\.2 % apart/,
    );
    expect(judgeChain(passport, { spot: points(3100), close: 2870 }).verdict).toBe('refuse');
  });

  it('accepts exactly 3 % and nothing above', () => {
    expect(judgeChain(passport, { spot: points(103), close: 100 }).verdict).toBe('use');
    expect(judgeChain(passport, { spot: points(103.001), close: 100 }).verdict).toBe('refuse');
  });

  it('is refused as a copy of an earlier session', () => {
    const copy = judgeChain(passport, { ...context, copyOf: isoDate('2019-05-08') });
    expect(copy.reasons).toEqual(['stale copy: the quotes are those of 2019-05-08']);
  });

  it('is judged without a close when there is none', () => {
    expect(judgeChain(passport, context)).toEqual(passport);
  });
});

describe('the identity of quotes', () => {
  it('ignores the date and the order of expirations, and sees one cent', () => {
    const one = snapshot();
    const copied = { ...snapshot({ session: '2019-05-10' }), chains: [...one.chains].reverse() };
    expect(quotesHash(copied)).toBe(quotesHash(one));
    expect(quotesHash(snapshot({ flaws: { every: 80, by: 0.01 } }))).not.toBe(quotesHash(one));
  });
});
