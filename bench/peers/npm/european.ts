import { type Book, bookSize } from '../books.ts';
import { peerLabel, peerModule } from '../load-peer.ts';
import { type Peer, put, rowByRow } from '../peer.ts';

type Right = 'call' | 'put';
type Formula = (
  s: number,
  k: number,
  t: number,
  v: number,
  r: number,
  right: Right,
  scale?: number,
) => number;

interface BlackScholesPackage {
  readonly blackScholes: Formula;
}

interface GreeksPackage {
  readonly getDelta: Formula;
  readonly getGamma: (s: number, k: number, t: number, v: number, r: number) => number;
  readonly getVega: (s: number, k: number, t: number, v: number, r: number) => number;
  readonly getTheta: Formula;
  readonly getRho: Formula;
}

interface UqeeOption {
  readonly price: number;
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  readonly theta: number;
  readonly rho: number;
}

interface UqeePackage {
  readonly BlackScholes: new (settings: {
    readonly sigmaToPricePrecision: 'single' | 'double';
  }) => {
    readonly option: (inputs: {
      readonly rate: number;
      readonly sigma: number;
      readonly strike: number;
      readonly time: number;
      readonly type: Right;
      readonly underlying: number;
    }) => UqeeOption;
  };
}

interface OptionPricingPackage {
  readonly Option: new (inputs: {
    readonly style: 'european' | 'american';
    readonly type: Right;
    readonly initialSpotPrice: number;
    readonly strikePrice: number;
    readonly timeToMaturity: number;
    readonly volatility: number;
    readonly riskFreeRate: number;
    readonly dividendYield: number;
  }) => { readonly price: (method: string, settings?: { readonly timeSteps: number }) => number };
}

const at = (column: Float64Array, row: number): number => column[row] as number;
const rightAt = ({ right }: Book, row: number): Right => (at(right, row) > 0 ? 'call' : 'put');

/** `black-scholes` and its companion `greeks`: no yield; vega comes per vol point and is scaled to 1.00 here. */
async function blackScholesAndGreeks(): Promise<Peer<Book>> {
  const { blackScholes } = await peerModule<BlackScholesPackage>('black-scholes', ['blackScholes']);
  const greeks = await peerModule<GreeksPackage>('greeks', [
    'getDelta',
    'getGamma',
    'getVega',
    'getTheta',
    'getRho',
  ]);
  return {
    name: `${peerLabel('black-scholes')} + ${peerLabel('greeks')}`,
    note: 'knows no yield; distribution function by a series of 100 terms, 0 beyond 8 deviations',
    start: (book) =>
      rowByRow(bookSize(book), 6, (row, out) => {
        const [s, k, t] = [at(book.spot, row), at(book.strike, row), at(book.expiry, row)];
        const [v, r, right] = [at(book.vol, row), at(book.rate, row), rightAt(book, row)];
        put(out, row, [
          blackScholes(s, k, t, v, r, right),
          greeks.getDelta(s, k, t, v, r, right),
          greeks.getGamma(s, k, t, v, r),
          100 * greeks.getVega(s, k, t, v, r),
          greeks.getTheta(s, k, t, v, r, right, 1),
          greeks.getRho(s, k, t, v, r, right, 1),
        ]);
      }),
  };
}

/** `@uqee/black-scholes` in either precision; its theta is what time takes away, so its sign is turned here. */
async function uqee(precision: 'single' | 'double'): Promise<Peer<Book>> {
  const { BlackScholes } = await peerModule<UqeePackage>('@uqee/black-scholes', ['BlackScholes']);
  const model = new BlackScholes({ sigmaToPricePrecision: precision });
  return {
    name: `${peerLabel('@uqee/black-scholes')}, ${precision} precision`,
    note: precision === 'single' ? 'knows no yield; its default precision' : 'knows no yield',
    start: (book) =>
      rowByRow(bookSize(book), 6, (row, out) => {
        const { price, delta, gamma, vega, theta, rho } = model.option({
          rate: at(book.rate, row),
          sigma: at(book.vol, row),
          strike: at(book.strike, row),
          time: at(book.expiry, row),
          type: rightAt(book, row),
          underlying: at(book.spot, row),
        });
        put(out, row, [price, delta, gamma, vega, -theta, rho]);
      }),
  };
}

/** `option-pricing`: premium only, by formula for European options and by a binomial tree for American ones. */
async function optionPricing(style: 'european' | 'american', steps: number): Promise<Peer<Book>> {
  const { Option } = await peerModule<OptionPricingPackage>('option-pricing', ['Option']);
  return {
    name: peerLabel('option-pricing'),
    note: style === 'european' ? 'premium only' : `binomial tree of ${steps} steps`,
    start: (book) =>
      rowByRow(bookSize(book), 1, (row, out) => {
        const option = new Option({
          style,
          type: rightAt(book, row),
          initialSpotPrice: at(book.spot, row),
          strikePrice: at(book.strike, row),
          timeToMaturity: at(book.expiry, row),
          volatility: at(book.vol, row),
          riskFreeRate: at(book.rate, row),
          dividendYield: at(book.yield, row),
        });
        const premium =
          style === 'european'
            ? option.price('black-scholes')
            : option.price('binomial-tree', { timeSteps: steps });
        put(out, row, [premium]);
      }),
  };
}

/** Premium, delta, gamma, vega per 1.00, theta per year, rho per 1.00, for books without yield; the last premium only. */
export const europeanPeers = async (): Promise<readonly Peer<Book>[]> => [
  await blackScholesAndGreeks(),
  await uqee('single'),
  await uqee('double'),
  await optionPricing('european', 0),
];

/** Premium of American options, yield and all. */
export const americanPeers = async (steps = 200): Promise<readonly Peer<Book>[]> => [
  await optionPricing('american', steps),
];
