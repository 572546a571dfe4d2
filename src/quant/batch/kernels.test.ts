import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  batchPricer,
  greeksError,
  premiumError,
  premiumRelativeError,
  randomRows,
} from '../../../bench/measure/european-accuracy.ts';
import { describeKernels } from '../../../test/kernel-builds.ts';
import { PreconditionError } from '../../core/errors.ts';
import { seededRandom } from '../../core/random.ts';
import { black76Greeks } from '../greeks.ts';
import { impliedVol } from '../implied-vol.ts';
import { chainStrikes } from './chain-strikes.ts';
import {
  type Black76Book,
  type Black76Chain,
  COLUMNS,
  type EuropeanValues,
  type ImpliedVols,
  IV_CODE,
  type PremiumQuotes,
} from './columns.ts';
import { black76ChainSecondOrder, black76SecondOrder } from './second-order.ts';

const valuesOf = (rows: number): EuropeanValues => ({
  premium: new Float64Array(rows),
  delta: new Float64Array(rows),
  gamma: new Float64Array(rows),
  vega: new Float64Array(rows),
  theta: new Float64Array(rows),
  rho: new Float64Array(rows),
});

const volsOf = (rows: number): ImpliedVols => ({ vol: new Float64Array(rows), code: new Uint8Array(rows) });

/** An SPX-like book: strikes within four standard deviations, a day to two years. */
function bookOf(rows: number, seed = 7): Black76Book {
  const random = seededRandom(seed);
  const column = (draw: () => number): Float64Array => Float64Array.from({ length: rows }, draw);
  const expiry = column(() => 1 / 365 + 2 * random() * random());
  const vol = column(() => 0.08 + 0.5 * random());
  const forward = column(() => 5000 + 100 * random());
  return {
    sign: column(() => (random() < 0.5 ? 1 : -1)),
    forward,
    strike: Float64Array.from({ length: rows }, (_, i) => {
      const deviation = (vol[i] as number) * Math.sqrt(expiry[i] as number);
      return (forward[i] as number) * Math.exp((8 * random() - 4) * deviation);
    }),
    vol,
    expiry,
    discount: expiry.map((t) => Math.exp(-0.04 * t)),
  };
}

const rightAt = (sign: Float64Array, i: number): 'call' | 'put' => (sign[i] === 1 ? 'call' : 'put');

/** The scalar function, row by row. */
const scalarAt = (book: Black76Book, i: number) =>
  black76Greeks({
    right: rightAt(book.sign, i),
    forward: book.forward[i] as number,
    strike: book.strike[i] as number,
    vol: book.vol[i] as number,
    expiry: book.expiry[i] as number,
    discount: book.discount[i] as number,
  });

/** Counts about the blocks (64 and 256 rows) and the copies (1024) that kernels work in. */
const COUNTS = [1, 2, 3, 4, 5, 7, 63, 64, 65, 255, 256, 257, 1023, 1024, 1025, 2050];

describeKernels((kernels) => {
  it('prices 240 random options to the digits of a 50-digit reference', () => {
    const price = batchPricer(kernels());
    const rows = randomRows();
    expect(premiumError(price, rows).error).toBeLessThanOrEqual(1e-15);
    expect(premiumRelativeError(price, rows).error).toBeLessThanOrEqual(5e-13);
    expect(greeksError(price, rows, 'a day or more').error).toBeLessThanOrEqual(1e-11);
  });

  it.each(COUNTS)('gives %i rows what the scalar function gives them', (count) => {
    const book = bookOf(count, count);
    const values = valuesOf(count);
    kernels().black76(book, values);
    for (let i = 0; i < count; i++) {
      const scalar = scalarAt(book, i);
      // Each is within 1e-15 of the larger leg of the truth.
      const leg = Math.max(book.forward[i] as number, book.strike[i] as number);
      expect(Math.abs((values.premium[i] as number) - scalar.premium)).toBeLessThan(2e-15 * leg);
      for (const name of ['delta', 'gamma', 'vega', 'theta', 'rho'] as const) {
        // theta and rho carry the premium's rounding.
        const rounding = name === 'theta' || name === 'rho' ? 4e-15 * leg : 0;
        expect(Math.abs((values[name][i] as number) - scalar[name])).toBeLessThanOrEqual(
          1e-12 * Math.abs(scalar[name]) + rounding,
        );
      }
    }
  });

  it.each(COUNTS)('prices a chain of %i as the book of the same options', (count) => {
    const book = bookOf(count, 3);
    const one = {
      ...book,
      forward: book.forward.fill(5050),
      expiry: book.expiry.fill(0.1),
      discount: book.discount.fill(0.99),
    };
    const chain: Black76Chain = {
      ...chainStrikes(book.strike),
      sign: book.sign,
      vol: book.vol,
      forward: 5050,
      expiry: 0.1,
      discount: 0.99,
    };
    const [asBook, asChain] = [valuesOf(count), valuesOf(count)];
    kernels().black76(one, asBook);
    kernels().black76Chain(chain, asChain);
    for (const name of COLUMNS.european) {
      const scale = asBook[name].reduce((most, x) => Math.max(most, Math.abs(x)), 0);
      // The chain's logarithms are rounded once more, 1e-16 of them, worth up to that of the forward in the premium.
      asBook[name].forEach((x, i) => {
        expect(Math.abs((asChain[name][i] as number) - x)).toBeLessThanOrEqual(2e-14 * scale);
      });
    }
  });

  it.each(COUNTS)('inverts the premiums of %i rows as the scalar solver does', (count) => {
    const book = bookOf(count, 5);
    const premium = Float64Array.from(book.sign, (_, i) => scalarAt(book, i).premium);
    const quotes: PremiumQuotes = { ...book, premium };
    const vols = volsOf(count);
    kernels().impliedVol(quotes, vols);
    for (let i = 0; i < count; i++) {
      const scalar = impliedVol({
        right: rightAt(book.sign, i),
        premium: premium[i] as number,
        forward: book.forward[i] as number,
        strike: book.strike[i] as number,
        expiry: book.expiry[i] as number,
        discount: book.discount[i] as number,
      });
      expect(vols.code[i]).toBe(scalar.ok ? IV_CODE.solved : IV_CODE[scalar.failure.code]);
      // Both solve the same time value; what is left is the rounding of two solvers.
      if (scalar.ok)
        expect((vols.vol[i] as number) / (scalar.value || 1)).toBeCloseTo(scalar.value === 0 ? 0 : 1, 12);
      else expect(vols.vol[i]).toBeNaN();
    }
  });

  it('solves every premium inside the bounds, of any option, and says why for the others', () => {
    const anyQuote = fc.record({
      sign: fc.constantFrom(1, -1),
      forward: fc.double({ min: 1, max: 1e5, noNaN: true }),
      moneyness: fc.double({ min: -3, max: 3, noNaN: true }),
      expiry: fc.double({ min: 2e-6, max: 30, noNaN: true }),
      discount: fc.double({ min: 0.2, max: 1.2, noNaN: true }),
      share: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(anyQuote, { minLength: 1, maxLength: 9 }), (rows) => {
        const column = (pick: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, pick);
        const strike = column((row) => row.forward * Math.exp(row.moneyness));
        const premium = Float64Array.from(rows, ({ sign, forward, discount, share }, i) => {
          const gap = sign * (forward - (strike[i] as number));
          return discount * (Math.max(gap, 0) + share * Math.min(forward, strike[i] as number));
        });
        const vols = volsOf(rows.length);
        kernels().impliedVol(
          {
            sign: column((row) => row.sign),
            premium,
            forward: column((row) => row.forward),
            strike,
            expiry: column((row) => row.expiry),
            discount: column((row) => row.discount),
          },
          vols,
        );
        rows.forEach(({ share }, i) => {
          if (share < -1e-9) expect(vols.code[i]).toBe(IV_CODE['below-intrinsic']);
          else if (share > 1 + 1e-9) expect(vols.code[i]).toBe(IV_CODE['above-maximum']);
          else if (share > 1e-9 && share < 1 - 1e-9) {
            const { sign, forward, expiry, discount } = rows[i] as (typeof rows)[number];
            const scalar = impliedVol({
              right: sign === 1 ? 'call' : 'put',
              premium: premium[i] as number,
              forward,
              strike: strike[i] as number,
              expiry,
              discount,
            });
            expect(vols.code[i]).toBe(IV_CODE.solved);
            expect(vols.vol[i]).toBeGreaterThan(0);
            // Near either bound a unit in the last place of the premium is worth 1e-9 of it.
            if (scalar.ok) expect((vols.vol[i] as number) / scalar.value).toBeCloseTo(1, 8);
          }
        });
      }),
    );
  });

  it('obeys put-call parity, and is worth more with more vol', () => {
    const rows = 300;
    const book = bookOf(rows, 11);
    const [calls, puts, dearer] = [valuesOf(rows), valuesOf(rows), valuesOf(rows)];
    kernels().black76({ ...book, sign: book.sign.map(() => 1) }, calls);
    kernels().black76({ ...book, sign: book.sign.map(() => -1) }, puts);
    kernels().black76({ ...book, sign: book.sign.map(() => 1), vol: book.vol.map((v) => v * 1.01) }, dearer);
    for (let i = 0; i < rows; i++) {
      const [F, K, D] = [book.forward[i] as number, book.strike[i] as number, book.discount[i] as number];
      // Two premiums, each within 1e-15 of the larger leg.
      expect(Math.abs((calls.premium[i] as number) - (puts.premium[i] as number) - D * (F - K))).toBeLessThan(
        4e-15 * Math.max(F, K),
      );
      expect((calls.delta[i] as number) - (puts.delta[i] as number)).toBeCloseTo(D, 14);
      expect(dearer.premium[i]).toBeGreaterThanOrEqual(calls.premium[i] as number);
    }
  });

  it('scales with the index: twice the forward and strike, twice the premium, to the bit', () => {
    const book = bookOf(200, 13);
    const [once, twice] = [valuesOf(200), valuesOf(200)];
    kernels().black76(book, once);
    kernels().black76(
      { ...book, forward: book.forward.map((x) => 2 * x), strike: book.strike.map((x) => 2 * x) },
      twice,
    );
    once.premium.forEach((x, i) => {
      expect(twice.premium[i]).toBe(2 * x);
    });
  });

  it('gives second-order Greeks for both layouts from the first-order ones', () => {
    const rows = 100;
    const raw = bookOf(rows, 17);
    const book = {
      ...raw,
      forward: raw.forward.fill(5000),
      expiry: raw.expiry.fill(0.2),
      discount: raw.discount.fill(0.97),
    };
    const second = () => ({
      vanna: new Float64Array(rows),
      volga: new Float64Array(rows),
      charm: new Float64Array(rows),
    });
    const [values, asBook, asChain] = [valuesOf(rows), second(), second()];
    kernels().black76(book, values);
    black76SecondOrder(book, values, asBook);
    black76ChainSecondOrder(
      { ...book, ...chainStrikes(book.strike), forward: 5000, expiry: 0.2, discount: 0.97 },
      values,
      asChain,
    );
    for (let i = 0; i < rows; i++) {
      const scalar = scalarAt(book, i);
      for (const name of COLUMNS.secondOrder) {
        expect(Math.abs((asBook[name][i] as number) - scalar[name])).toBeLessThan(
          1e-12 * (1 + Math.abs(scalar[name])),
        );
        expect(Math.abs((asChain[name][i] as number) - scalar[name])).toBeLessThan(
          1e-11 * (1 + Math.abs(scalar[name])),
        );
      }
    }
  });

  it('gives the same bits every time, wherever the columns lie', () => {
    for (const rows of COUNTS) {
      const book = bookOf(rows, 19);
      const [first, again] = [valuesOf(rows), valuesOf(rows)];
      kernels().black76(book, first);
      kernels().black76(book, again);
      const { columns, release } = kernels().workspace([...COLUMNS.black76, ...COLUMNS.european], rows);
      for (const name of COLUMNS.black76) columns[name].set(book[name]);
      kernels().black76(columns, columns);
      for (const name of COLUMNS.european) {
        expect(again[name]).toEqual(first[name]);
        expect(Float64Array.from(columns[name])).toEqual(first[name]);
      }
      release();
    }
  });

  it('does nothing for no rows, and leaves alone what lies beyond the rows', () => {
    kernels().black76(bookOf(0), valuesOf(0));
    kernels().impliedVol({ ...bookOf(0), premium: new Float64Array(0) }, volsOf(0));
    const roomy = valuesOf(8);
    for (const name of COLUMNS.european) roomy[name].fill(42);
    kernels().black76(bookOf(5), roomy);
    for (const name of COLUMNS.european) expect([...roomy[name].subarray(5)]).toEqual([42, 42, 42]);
  });

  it.each([
    ['vol', 0],
    ['vol', -0.1],
    ['vol', Number.NaN],
    ['vol', Number.POSITIVE_INFINITY],
    ['strike', -5000],
    ['forward', 0],
    ['expiry', 0],
    ['discount', Number.NEGATIVE_INFINITY],
    ['sign', 0],
    ['sign', 2],
  ] as const)('refuses %s = %d in the last of five rows, naming it, before writing any', (name, bad) => {
    const book = bookOf(5);
    book[name][4] = bad;
    const values = valuesOf(5);
    expect(() => kernels().black76(book, values)).toThrow(PreconditionError);
    expect(() => kernels().black76(book, values)).toThrow(
      new RegExp(`^${name}\\[4\\] must be .*, was ${bad}$`),
    );
    expect([...values.premium]).toEqual([0, 0, 0, 0, 0]);
    const { columns, release } = kernels().workspace(COLUMNS.black76, 5);
    for (const column of COLUMNS.black76) columns[column].set(book[column]);
    expect(() => kernels().black76(columns, values)).toThrow(`${name}[4] must be`);
    release();
  });

  it('refuses rates that are not finite and takes them of either sign', () => {
    const base = bookOf(3);
    const book = {
      ...base,
      spot: base.forward,
      rate: base.vol.map(() => -0.01),
      yield: base.vol.map(() => 0),
    };
    kernels().blackScholes(book, valuesOf(3));
    book.rate[1] = Number.NaN;
    expect(() => kernels().blackScholes(book, valuesOf(3))).toThrow('rate[1] must be finite, was NaN');
  });

  it('refuses columns of different lengths and outputs that are too short', () => {
    expect(() => kernels().black76({ ...bookOf(5), vol: new Float64Array(4) }, valuesOf(5))).toThrow(
      'vol must have 5 rows, as sign, was 4',
    );
    expect(() => kernels().black76(bookOf(5), { ...valuesOf(5), rho: new Float64Array(4) })).toThrow(
      'rho must have room for 5 rows, was 4',
    );
    expect(() =>
      kernels().impliedVol(
        { ...bookOf(5), premium: new Float64Array(5) },
        { ...volsOf(5), code: new Uint8Array(2) },
      ),
    ).toThrow('code must have room for 5 rows, was 2');
  });

  it('refuses a book or an output that lacks a column, naming it', () => {
    const { vol, ...withoutVol } = bookOf(5);
    const { rho, ...withoutRho } = valuesOf(5);
    expect(() => kernels().black76(withoutVol as Black76Book, valuesOf(5))).toThrow(
      'vol must be a column, was undefined',
    );
    expect(() => kernels().black76(bookOf(5), withoutRho as EuropeanValues)).toThrow('rho must be a column');
    expect(vol.length + rho.length).toBe(10);
  });

  it('refuses a chain whose forward, expiry or discount says nothing, and a workspace of half a row', () => {
    const { sign, vol, strike } = bookOf(4);
    const chain = { ...chainStrikes(strike), sign, vol, forward: 5000, expiry: 0.1, discount: 0.99 };
    expect(() => kernels().black76Chain({ ...chain, forward: 0 }, valuesOf(4))).toThrow(
      'forward must be finite and > 0',
    );
    expect(() => kernels().black76Chain({ ...chain, expiry: 0 }, valuesOf(4))).toThrow(
      'expiry must be finite and > 0',
    );
    expect(() => kernels().black76Chain({ ...chain, discount: -1 }, valuesOf(4))).toThrow('discount must be');
    expect(() => kernels().workspace(['vol'], 0.5)).toThrow('rows must be an integer >= 0, was 0.5');
    expect(() => chainStrikes(new Float64Array(0))).toThrow('strike must have at least one row');
    expect(() => chainStrikes(Float64Array.of(5000, 0))).toThrow('strike[1] must be finite and > 0, was 0');
  });
});
