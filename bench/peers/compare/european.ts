import { black76Greeks } from '../../../src/quant/greeks.ts';
import type { Pass } from '../best-of.ts';
import { type Book, bookSize, europeanBook, withoutYield } from '../books.ts';
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
} from './contest.ts';
import { europeanReference } from './european-reference.ts';

/** Our kernels by id, each made ready for a book: `{ 'wasm-simd': (book) => () => { ...; return n; } }`. */
export type OurEuropean = Readonly<Record<string, (book: Book) => Pass>>;

const at = (column: Float64Array, row: number): number => column[row] as number;

/** One object per option through the scalar API: what a caller who has a single option pays. */
const scalar =
  (book: Book): Pass =>
  () => {
    for (let row = 0; row < bookSize(book); row++) {
      const expiry = at(book.expiry, row);
      const rate = at(book.rate, row);
      const { premium, delta, gamma, vega, theta, rho } = black76Greeks({
        right: at(book.right, row) > 0 ? 'call' : 'put',
        forward: at(book.spot, row) * Math.exp((rate - at(book.yield, row)) * expiry),
        strike: at(book.strike, row),
        vol: at(book.vol, row),
        expiry,
        discount: Math.exp(-rate * expiry),
      });
      sink.sum += premium + delta + gamma + vega + theta + rho;
    }
    return bookSize(book);
  };

const quantLibOn = (book: Book): Promise<Field> =>
  quantLibField((quantlib) => {
    const engine = `QuantLib ${quantlib.version} AnalyticEuropeanEngine`;
    return [
      compiledContender(
        { id: 'quantlib-engine', name: engine, note: 'live book on one market: the anchor' },
        quantlib.europeanEngine(book, 'shared'),
        judgedOn([europeanReference('whole-days')], (on) => quantlib.europeanEngine(on, 'own')),
      ),
      compiledContender(
        { id: 'quantlib-engine-own-markets', name: engine, note: 'live book, a market per option' },
        quantlib.europeanEngine(book, 'own'),
      ),
      compiledContender(
        { id: 'quantlib-black-calculator', name: `QuantLib ${quantlib.version} BlackCalculator` },
        quantlib.blackCalculator(book),
        judgedOn([europeanReference('any')], quantlib.blackCalculator),
      ),
    ];
  });

const npmOn = (book: Book): Promise<Field> =>
  npmField(async (npm) => {
    const reference = europeanReference('no-yield');
    return (await npm.european()).map((peer) => npmContender(peer, book, [reference]));
  });

/**
 * Premium and five Greeks of a random book of a thousand, with QuantLib C++ and the npm packages. `european` has yields,
 * which most of the packages cannot price; `european-no-yield` is the same book without.
 */
export async function compareEuropean(ours: OurEuropean = {}): Promise<readonly Comparison[]> {
  const book = europeanBook();
  const plain = withoutYield(book);
  const mine = (on: Book) => Object.entries({ scalar, ...ours }).map(([id, kernel]) => our(id, kernel(on)));
  return [
    await contest({ task: 'european', item: 'option', ours: mine(book), fields: [await quantLibOn(book)] }),
    await contest({
      task: 'european-no-yield',
      item: 'option',
      ours: mine(plain),
      fields: [await npmOn(plain)],
      rounds: { rounds: 5 },
    }),
  ];
}
