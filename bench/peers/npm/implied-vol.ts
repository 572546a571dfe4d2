import { peerLabel, peerModule } from '../load-peer.ts';
import { type Peer, put, rowByRow } from '../peer.ts';
import type { QuotesBook } from '../quotes-book.ts';

type Right = 'call' | 'put';

interface ImpliedVolatilityPackage {
  readonly getImpliedVolatility: (
    premium: number,
    s: number,
    k: number,
    t: number,
    r: number,
    right: Right,
  ) => number;
}

interface UqeePackage {
  readonly BlackScholes: new (settings: {
    readonly sigmaToPricePrecision: 'double';
    readonly priceToSigmaAccuracy: number;
    readonly priceToSigmaMethod: 'bisection' | 'newton-raphson';
  }) => {
    readonly sigma: (inputs: {
      readonly price: number;
      readonly rate: number;
      readonly strike: number;
      readonly time: number;
      readonly type: Right;
      readonly underlying: number;
    }) => number;
  };
}

const at = (column: Float64Array, row: number): number => column[row] as number;
const rightAt = ({ right }: QuotesBook, row: number): Right => (at(right, row) > 0 ? 'call' : 'put');

async function impliedVolatility(): Promise<Peer<QuotesBook>> {
  const { getImpliedVolatility } = await peerModule<ImpliedVolatilityPackage>('implied-volatility', [
    'getImpliedVolatility',
  ]);
  return {
    name: peerLabel('implied-volatility'),
    note: 'halves an interval until the premium agrees to a cent',
    start: (book) =>
      rowByRow(book.premium.length, 1, (row, out) => {
        const [premium, f, k, t] = [book.premium, book.forward, book.strike, book.expiry].map((column) =>
          at(column, row),
        ) as [number, number, number, number];
        put(out, row, [getImpliedVolatility(premium, f, k, t, 0, rightAt(book, row))]);
      }),
  };
}

async function uqee(accuracy: number): Promise<Peer<QuotesBook>> {
  const { BlackScholes } = await peerModule<UqeePackage>('@uqee/black-scholes', ['BlackScholes']);
  const model = new BlackScholes({
    sigmaToPricePrecision: 'double',
    priceToSigmaAccuracy: accuracy,
    priceToSigmaMethod: 'bisection',
  });
  return {
    name: peerLabel('@uqee/black-scholes'),
    note: `bisection between vols 0 and 2 to ${accuracy}, its double precision`,
    start: (book) =>
      rowByRow(book.premium.length, 1, (row, out) => {
        const inputs = {
          price: at(book.premium, row),
          rate: 0,
          strike: at(book.strike, row),
          time: at(book.expiry, row),
          type: rightAt(book, row),
          underlying: at(book.forward, row),
        };
        put(out, row, [model.sigma(inputs)]);
      }),
  };
}

/** Vols of undiscounted premiums: no rate, the forward as spot. */
export const impliedVolPeers = async (): Promise<readonly Peer<QuotesBook>[]> => [
  await impliedVolatility(),
  await uqee(0.001),
];
