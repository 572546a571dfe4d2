import { PreconditionError } from '../../core/errors.ts';
import { nelderMead } from '../nelder-mead.ts';
import { type EssviParams, essviSlice } from './essvi.ts';
import { mostEta, type SsviParams, ssviSlice } from './ssvi.ts';
import { checkSviColumns, type SviColumns } from './svi-columns.ts';

export interface SsviFit {
  readonly params: SsviParams;
  /** One to each slice given, theta rising strictly. */
  readonly slices: readonly EssviParams[];
}

/** Least growth of theta from one slice to the next. */
const LEAST_GROWTH = 1e-3;
/** Where the search starts: the best of these. */
const COARSE = { rho: [-0.8, -0.6, -0.4, 0], etaShare: [0.2, 0.5, 0.9], gamma: [0.25, 0.4, 0.5] };
const STEPS = [0.1, 0.1, -0.05];
/** Nearer to 1 a wing is a straight line. */
const MOST_RHO = 0.999;

/**
 * SSVI surface through the slices of several expirations: theta of each is total variance at the money, made to rise, and
 * rho, eta and gamma are those of least weighted squared residuals over all.
 *
 * @param quotes  ascending by expiry, at least one quote each
 * @param most  no more than about this many quotes of a slice are looked at, evenly taken
 * @throws PreconditionError if a slice has no quote, or its columns are none
 */
export function fitSsvi(quotes: readonly SviColumns[], most = Number.POSITIVE_INFINITY): SsviFit {
  for (const slice of quotes) {
    checkSviColumns(slice);
    if (slice.k.length === 0) throw new PreconditionError('quotes', 'must have a quote in every slice', 0);
  }
  const thetas = rising(quotes.map(atTheMoney));
  const strides = quotes.map(({ k }) => Math.max(1, Math.ceil(k.length / most)));
  const cost = (params: SsviParams): number => {
    let sum = 0;
    for (const [i, { k, totalVariance, weight }] of quotes.entries()) {
      const slice = ssviSlice(params, thetas[i] as number);
      for (let j = 0; j < k.length; j += strides[i] as number) {
        const residual = essviSlice(slice, k[j] as number).w - (totalVariance[j] as number);
        sum += (weight[j] as number) * residual * residual;
      }
    }
    return sum;
  };
  const start = COARSE.rho
    .flatMap((rho) =>
      COARSE.etaShare.flatMap((share) =>
        COARSE.gamma.map((gamma) => ({ rho, eta: share * mostEta(rho), gamma })),
      ),
    )
    .map((params) => ({ params, value: cost(params) }))
    .reduce((a, b) => (b.value < a.value ? b : a)).params;
  const at = ([rho = 0, share = 0, gamma = 0]: readonly number[]): SsviParams | undefined =>
    Math.abs(rho) < MOST_RHO && share > 0.01 && share < 1 && gamma > 0.01 && gamma <= 0.5
      ? { rho, eta: share * mostEta(rho), gamma }
      : undefined;
  const found = nelderMead(
    (x) => {
      const params = at(x);
      return params === undefined ? Number.POSITIVE_INFINITY : cost(params);
    },
    [start.rho, start.eta / mostEta(start.rho), start.gamma],
    { steps: STEPS, valueTolerance: 1e-8 },
  );
  const params = at(found.at) ?? start;
  return { params, slices: Array.from(thetas, (theta) => ssviSlice(params, theta)) };
}

/** Total variance at k = 0, linear between the two quotes beside it; that of the nearest one where all lie on one side. */
function atTheMoney({ k, totalVariance }: SviColumns): number {
  const above = k.findIndex((x) => x >= 0);
  if (above === -1) return totalVariance[k.length - 1] as number;
  if (above === 0) return totalVariance[0] as number;
  const [low, high] = [k[above - 1] as number, k[above] as number];
  const share = -low / (high - low);
  return (1 - share) * (totalVariance[above - 1] as number) + share * (totalVariance[above] as number);
}

/**
 * The nearest rising numbers: neighbours in the wrong order are pooled into their mean, then spread a little.
 *
 * @see Barlow, Bartholomew, Bremner and Brunk (1972), Statistical Inference under Order Restrictions: pool adjacent violators
 */
function rising(values: readonly number[]): Float64Array {
  const pools: { mean: number; count: number }[] = [];
  for (const value of values) {
    let pool = { mean: value, count: 1 };
    for (let before = pools.at(-1); before !== undefined && before.mean >= pool.mean; before = pools.at(-1)) {
      pools.pop();
      const count = before.count + pool.count;
      pool = { mean: (before.mean * before.count + pool.mean * pool.count) / count, count };
    }
    pools.push(pool);
  }
  const risen = Float64Array.from(pools.flatMap(({ mean, count }) => Array<number>(count).fill(mean)));
  for (let i = 1; i < risen.length; i++)
    risen[i] = Math.max(risen[i] as number, (risen[i - 1] as number) * (1 + LEAST_GROWTH));
  return risen;
}
