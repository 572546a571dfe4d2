import { impliedVol } from '../../../src/quant/implied-vol.ts';
import { numberIn, readVectors, worstOf } from '../../measure/vectors.ts';
import { sharedRoot } from '../../shared-root.ts';
import type { Pass } from '../best-of.ts';
import { europeanBook } from '../books.ts';
import { type QuotesBook, quotesBook } from '../quotes-book.ts';
import { sink } from '../sink.ts';
import type { Comparison } from './comparison.ts';
import {
  compiledContender,
  contest,
  type Field,
  judgedOn,
  npmContender,
  npmField,
  our,
  quantLibField,
  type Reference,
} from './contest.ts';

/** Our solvers by id, each made ready for the quotes. */
export type OurImpliedVol = Readonly<Record<string, (quotes: QuotesBook) => Pass>>;

/** The npm solvers take up to milliseconds each: as many as fit a turn. */
const NPM_COUNT = 200;

const scalar = (quotes: QuotesBook): Pass => {
  const inputs = Array.from(quotes.premium, (premium, i) => ({
    premium,
    right: (quotes.right[i] as number) > 0 ? ('call' as const) : ('put' as const),
    forward: quotes.forward[i] as number,
    strike: quotes.strike[i] as number,
    expiry: quotes.expiry[i] as number,
    discount: 1,
  }));
  return () => {
    for (const one of inputs) {
      const solved = impliedVol(one);
      if (solved.ok) sink.sum += solved.value;
    }
    return inputs.length;
  };
};

const onQuotes = (what: string, input: QuotesBook): Reference<QuotesBook> => ({
  input,
  judge: ([solved = new Float64Array()]) => {
    const found = Array.from(input.vol, (vol, i) => ({ vol, value: solved[i] as number, at: `quote ${i}` }));
    const answered = found.filter(({ value }) => !Number.isNaN(value));
    return [
      {
        what: `relative error of the vol on ${what}`,
        ...worstOf(answered.map(({ vol, value, at }) => ({ error: Math.abs(value / vol - 1), at }))),
      },
      {
        what: `share refused on ${what}`,
        error: 1 - answered.length / found.length,
        at: `${found.length - answered.length} quotes`,
        cases: found.length,
      },
    ];
  },
});

/** The premiums whose exact implied vol is known to 25 digits, however far out of the money. */
function vectorQuotes(): Reference<QuotesBook> | undefined {
  const root = sharedRoot();
  if (root === undefined) return undefined;
  const rows = readVectors(root, 'vectors', 'implied_vol_otm.csv');
  const column = (name: string): Float64Array => Float64Array.from(rows, (row) => numberIn(row, name));
  return onQuotes('implied_vol_otm.csv', {
    forward: column('F'),
    strike: column('K'),
    expiry: column('T'),
    right: Float64Array.from(rows, (row) => (row['type'] === 'C' ? 1 : -1)),
    premium: column('price_undiscounted'),
    vol: column('implied_vol_of_that_double'),
  });
}

const quantLibOn = (quotes: QuotesBook): Promise<Field> =>
  quantLibField((quantlib) => {
    const references = [onQuotes('this book', quotes), vectorQuotes()];
    const solver = (id: string, name: string, method: 'stdDev' | 'LiRS') =>
      compiledContender(
        { id, name: `QuantLib ${quantlib.version} ${name}`, note: 'accuracy 1e-12' },
        quantlib.impliedVol(quotes, method, 1e-12),
        judgedOn(references, (on) => quantlib.impliedVol(on, method, 1e-12)),
      );
    return [
      solver('quantlib-std-dev', 'blackFormulaImpliedStdDev', 'stdDev'),
      solver('quantlib-li-rs', 'blackFormulaImpliedStdDevLiRS', 'LiRS'),
      compiledContender(
        {
          id: 'quantlib-engine',
          name: `QuantLib ${quantlib.version} AnalyticEuropeanEngine`,
          note: 'premium and Greeks of the European book, no vol: the anchor',
        },
        quantlib.europeanEngine(europeanBook(), 'shared'),
      ),
    ];
  });

/** Vols of SPX-like out-of-the-money premiums, with QuantLib's solvers and the npm packages. */
export async function compareImpliedVol(ours: OurImpliedVol = {}): Promise<readonly Comparison[]> {
  const quotes = quotesBook();
  const few = quotesBook(NPM_COUNT);
  const mine = (on: QuotesBook) =>
    Object.entries({ scalar, ...ours }).map(([id, solver]) => our(id, solver(on)));
  const npm = await npmField(async (packages) =>
    (await packages.impliedVol()).map((peer) =>
      npmContender(peer, few, [onQuotes('this book', few), vectorQuotes()]),
    ),
  );
  return [
    await contest({
      task: 'implied-vol',
      item: 'option',
      ours: mine(quotes),
      fields: [await quantLibOn(quotes)],
    }),
    await contest({
      task: 'implied-vol-npm',
      item: 'option',
      ours: mine(few),
      fields: [npm],
      rounds: { rounds: 3 },
    }),
  ];
}
