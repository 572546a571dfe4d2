import type { Accuracy } from '../../src/quant/american/accuracy.ts';
import { americanBoundary } from '../../src/quant/american/american-boundary.ts';
import { americanPremium } from '../../src/quant/american/american-premium.ts';
import { type Book, bookSize } from './books.ts';
import type { OurAmerican, OurAmericanRun } from './compare/american.ts';

const at = (column: Float64Array, row: number): number => column[row] as number;

/** One boundary and one premium per option, as QuantLib's engines work: nothing is shared between them. */
const american =
  (accuracy: Accuracy) =>
  (book: Book): OurAmericanRun => {
    const out = new Float64Array(bookSize(book));
    const pass = (): number => {
      for (let row = 0; row < out.length; row++) {
        const boundary = americanBoundary({
          right: at(book.right, row) > 0 ? 'call' : 'put',
          vol: at(book.vol, row),
          expiry: at(book.expiry, row),
          rate: at(book.rate, row),
          yield: at(book.yield, row),
          accuracy,
        });
        out[row] = americanPremium(boundary, at(book.spot, row), at(book.strike, row));
      }
      return out.length;
    };
    return {
      pass,
      premiums: () => {
        pass();
        return out;
      },
    };
  };

export const ourAmerican: OurAmerican = { fast: american('fast'), accurate: american('accurate') };
