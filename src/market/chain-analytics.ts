import type { Result } from '../core/result.ts';
import { COLUMNS, type EuropeanValues, IV_CODE } from '../quant/batch/columns.ts';
import type { Kernels } from '../quant/batch/kernels.ts';
import { rightSign } from '../quant/batch/right-sign.ts';
import { fitSviColumns, type SviFailure, type SviFit } from '../quant/smile/svi-fit.ts';
import type { ChainSnapshot } from './chain.ts';
import { LEAST_VOL_ERROR, SMILE_REACH } from './smile.ts';
import { type ExpirationView, readSurface, type Surface } from './surface.ts';

/** Every two-sided quote of a snapshot, one a row, by expiration and then as the chain lists them, calls first. */
export interface QuoteRows extends EuropeanValues {
  /** +1 for a call, -1 for a put. */
  readonly sign: Float64Array;
  readonly strike: Float64Array;
  readonly mid: Float64Array;
  readonly halfSpread: Float64Array;
  /** Implied by the mid, decimal; NaN where there is none, and then every Greek is NaN too. */
  readonly vol: Float64Array;
  /** An `IV_CODE`: why a row has no vol. */
  readonly code: Uint8Array;
}

/** One expiration: where its rows are, and the SVI slice through its out-of-the-money mids. */
export interface ExpirationAnalytics {
  readonly view: ExpirationView;
  /** Its rows are [first, beyond). */
  readonly first: number;
  readonly beyond: number;
  readonly svi: Result<SviFit, SviFailure>;
}

export interface ChainAnalytics {
  /** Forwards and rates; its smiles are not fitted. */
  readonly surface: Surface;
  readonly rows: QuoteRows;
  readonly expirations: readonly ExpirationAnalytics[];
}

/**
 * Forwards, implied vols, Greeks and an SVI slice for every expiration of a snapshot: the whole chain, for looking at and
 * for research. A day's decision fits its few expirations with `fitSmile`, which keeps every quote's bid and ask.
 *
 * The vols and Greeks agree between builds of the kernels to a few units in the last place, not to the bit.
 */
export function analyseChain(snapshot: ChainSnapshot, kernels: Kernels): ChainAnalytics {
  const surface = readSurface(snapshot, []);
  const views = surface.expirations.filter(({ expiry }) => expiry > 0);
  const beyonds: number[] = [];
  let count = 0;
  for (const view of views) {
    count += twoSidedQuotes(view);
    beyonds.push(count);
  }
  const workspace = kernels.workspace([...INPUTS, 'mid', 'halfSpread', ...COLUMNS.european], count);
  try {
    const { columns } = workspace;
    views.forEach((view, i) => {
      fillRows(view, columns, beyonds[i - 1] ?? 0);
    });
    const code = new Uint8Array(count);
    kernels.impliedVol({ ...columns, premium: columns.mid }, { vol: columns.vol, code });
    const unsolved = heldForPricing(columns.vol, code);
    kernels.black76(columns, columns);
    const rows = rowsOf(columns, code, unsolved);
    const expirations = views.map((view, i) => {
      const [first, beyond] = [beyonds[i - 1] ?? 0, beyonds[i] as number];
      return { view, first, beyond, svi: fitSlice(view, rows, first, beyond) };
    });
    return { surface, rows, expirations };
  } finally {
    workspace.release();
  }
}

const INPUTS = COLUMNS.black76;
type WorkColumns = Readonly<
  Record<(typeof INPUTS)[number] | 'mid' | 'halfSpread' | (typeof COLUMNS.european)[number], Float64Array>
>;

const RIGHTS = ['call', 'put'] as const;

function twoSidedQuotes({ chain }: ExpirationView): number {
  let count = 0;
  for (const right of RIGHTS) {
    const { bid, ask } = chain[right];
    for (let i = 0; i < bid.length; i++) if (isTwoSided(bid[i] as number, ask[i] as number)) count += 1;
  }
  return count;
}

const isTwoSided = (bid: number, ask: number): boolean => bid > 0 && ask >= bid;

function fillRows({ chain, forward, expiry }: ExpirationView, columns: WorkColumns, first: number): void {
  let row = first;
  for (const right of RIGHTS) {
    const { bid, ask } = chain[right];
    const sign = rightSign(right);
    for (let i = 0; i < bid.length; i++) {
      const [b, a] = [bid[i] as number, ask[i] as number];
      if (!isTwoSided(b, a)) continue;
      columns.sign[row] = sign;
      columns.strike[row] = chain.strikes[i] as number;
      columns.mid[row] = (b + a) / 2;
      columns.halfSpread[row] = (a - b) / 2;
      columns.forward[row] = forward.forward;
      columns.expiry[row] = expiry;
      columns.discount[row] = forward.discount;
      row += 1;
    }
  }
}

/** Rows without a vol, or with none left, take part in pricing with a vol that does no harm; which they were. */
function heldForPricing(vol: Float64Array, code: Uint8Array): number[] {
  const unsolved: number[] = [];
  for (let i = 0; i < vol.length; i++) {
    if (code[i] === IV_CODE.solved && (vol[i] as number) > 0) continue;
    unsolved.push(i);
    vol[i] = 1;
  }
  return unsolved;
}

/** Copies that outlive the workspace. */
function rowsOf(columns: WorkColumns, code: Uint8Array, unsolved: readonly number[]): QuoteRows {
  const kept = (column: Float64Array): Float64Array => Float64Array.from(column);
  const computed = (column: Float64Array): Float64Array => {
    const copy = kept(column);
    for (const row of unsolved) copy[row] = Number.NaN;
    return copy;
  };
  return {
    sign: kept(columns.sign),
    strike: kept(columns.strike),
    mid: kept(columns.mid),
    halfSpread: kept(columns.halfSpread),
    code,
    vol: computed(columns.vol),
    premium: computed(columns.premium),
    delta: computed(columns.delta),
    gamma: computed(columns.gamma),
    vega: computed(columns.vega),
    theta: computed(columns.theta),
    rho: computed(columns.rho),
  };
}

/** SVI through the out-of-the-money mids, each weighted by the inverse square of its half-spread in total variance. */
function fitSlice(
  { forward: { forward }, expiry }: ExpirationView,
  { sign, strike, halfSpread, vol, vega }: QuoteRows,
  first: number,
  beyond: number,
): Result<SviFit, SviFailure> {
  const reach = SMILE_REACH * nearestVol(strike, vol, forward, first, beyond) * Math.sqrt(expiry);
  const points: number[] = [];
  for (let i = first; i < beyond; i++) {
    const isOutOfTheMoney = (sign[i] as number) * ((strike[i] as number) - forward) >= 0;
    if (
      isOutOfTheMoney &&
      Math.abs(Math.log((strike[i] as number) / forward)) <= reach &&
      (vol[i] as number) > 0
    )
      points.push(i);
  }
  // Puts are listed after calls; the fit wants its points in order of strike.
  points.sort((a, b) => (strike[a] as number) - (strike[b] as number));
  return fitSviColumns({
    k: Float64Array.from(points, (i) => Math.log((strike[i] as number) / forward)),
    totalVariance: Float64Array.from(points, (i) => (vol[i] as number) ** 2 * expiry),
    weight: Float64Array.from(points, (i) => {
      const volError = Math.max((halfSpread[i] as number) / (vega[i] as number), LEAST_VOL_ERROR);
      return (2 * (vol[i] as number) * volError * expiry) ** -2;
    }),
  });
}

function nearestVol(
  strike: Float64Array,
  vol: Float64Array,
  forward: number,
  first: number,
  beyond: number,
): number {
  let nearest = Number.POSITIVE_INFINITY;
  let found = 0;
  for (let i = first; i < beyond; i++) {
    const gap = Math.abs((strike[i] as number) - forward);
    if (gap < nearest && (vol[i] as number) > 0) {
      nearest = gap;
      found = vol[i] as number;
    }
  }
  return found;
}
