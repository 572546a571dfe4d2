import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../../src/data/read-file.ts';
import { checkChain } from '../../src/market/chain-check.ts';
import { fitSmile, type Smile } from '../../src/market/smile.ts';
import { type SmileCurve, type SmilePoint, smileSlice, smileWeight } from '../../src/market/smile-curve.ts';
import { readSurface } from '../../src/market/surface.ts';
import { butterflyRoom, essviSlice } from '../../src/quant/smile/essvi.ts';
import { fitEssvi, type QuotedSlice } from '../../src/quant/smile/essvi-fit.ts';
import { chanceAbove, chanceBelow, densityAt } from '../../src/quant/smile/law-chances.ts';
import { type RiskNeutralLaw, riskNeutralLaw, trimmedLaw } from '../../src/quant/smile/risk-neutral-law.ts';
import { type SviSlice, sviTotalVariance } from '../../src/quant/smile/svi.ts';
import { leastDurrleman } from '../../src/quant/smile/svi-butterfly.ts';
import { fitSviColumns } from '../../src/quant/smile/svi-fit.ts';
import { median, percentile } from '../../src/quant/stats.ts';
import { GATHERED } from '../shared-root.ts';

const FOLDERS = ['spx_2019_cboe_delayed', 'cboe_quotedata'] as const;
/** Quotes a condor lives on, in standard deviations of the money: as `fitSmile` judges itself. */
const JUDGED = 2.5;
/** Points at which neighbouring slices are compared, over the same reach: as `calendarArbitrage` looks. */
const CALENDAR_POINTS = 21;
/** Each time is the least of this many, after one round that is not timed. */
const ROUNDS = 5;
const DENSE_GRID = 2000;
/** No vol is known better than this (decimal): as in `fitSmile`. */
const LEAST_VOL_ERROR = 2.5e-4;

/** One expiration's quotes within six standard deviations, as the day sheet's smile is fitted to them. */
interface RealSlice {
  readonly quotes: QuotedSlice & { readonly weight: Float64Array };
  /** Standard deviations from the money, mid, bid and ask vols of each quote. */
  readonly z: Float64Array;
  readonly vol: Float64Array;
  readonly bidVol: Float64Array;
  readonly askVol: Float64Array;
  /** At-the-money standard deviation. */
  readonly deviation: number;
  readonly smile: Smile;
}

/** All expirations of one chain, ascending by expiry. */
export interface RealChain {
  readonly session: string;
  readonly slices: readonly RealSlice[];
}

/** How well a family of curves fits real quotes. */
export interface FitQuality {
  /** Share of quotes within 2.5 standard deviations whose fitted vol lies within bid and ask. */
  readonly insideSpread: number;
  readonly judged: number;
  /** Root mean square of fitted less mid vol over them, vol points: median and 95th percentile over slices. */
  readonly rmseMedian: number;
  readonly rmseP95: number;
  /** Points where total variance falls from one expiration to the next, of those looked at. */
  readonly calendarViolations: number;
  readonly calendarPoints: number;
  /** Slices with Durrleman's g < 0 somewhere between their first and last quote, on a grid of 2,001. */
  readonly butterflySlices: number;
}

export interface FitTimes {
  /** Milliseconds, each the best of five after a warm-up: per slice for SVI, per surface for eSSVI. */
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  /** Of all of them. */
  readonly total: number;
}

/** The laws that the smiles of the day sheet imply. */
export interface LawQuality {
  readonly smiles: number;
  /** Smiles that imply one only with an edge pulled in (`trimmedLaw`), and that imply none at all. */
  readonly trimmed: number;
  readonly refused: number;
  /** Worst distance of the mass from 1, and of the mean from the forward relative to it, by quadrature plus the tails. */
  readonly worstMass: number;
  readonly worstMean: number;
}

export interface SmileFitMeasures {
  readonly chains: number;
  readonly slices: number;
  readonly quotes: number;
  readonly svi: FitQuality & { readonly ms: FitTimes };
  readonly essvi: FitQuality & { readonly ms: FitTimes };
  readonly law: LawQuality;
}

/** Reads the real SPX chains with a usable passport; those of the given sessions, or all. */
export async function realChains(root: string, sessions?: readonly string[]): Promise<RealChain[]> {
  const chains: RealChain[] = [];
  for (const folder of FOLDERS) {
    for (const file of readdirSync(join(root, 'data', 'options', folder)).sort()) {
      const compact = (session: string): string => session.replaceAll('-', '');
      if (sessions?.every((one) => !compact(file).includes(compact(one))) === true) continue;
      const path = join(root, 'data', 'options', folder, file);
      const { items } = await readFile({ name: path, bytes: readFileSync(path), today: GATHERED });
      for (const item of items) {
        if (item.kind !== 'chain' || item.snapshot.underlying !== 'SPX') continue;
        if (checkChain(item.snapshot, item.counts, file).passport.verdict === 'refuse') continue;
        const { session, expirations } = readSurface(item.snapshot, []);
        const slices = expirations.flatMap(({ chain, forward, expiry }) => {
          const smile = fitSmile(chain, forward, expiry);
          return smile.ok ? [sliceOf(smile.value)] : [];
        });
        chains.push({ session, slices });
      }
    }
  }
  return chains;
}

function sliceOf(smile: Smile): RealSlice {
  const { quotes, forward, expiry } = smile;
  const nearest = quotes.reduce((a, b) =>
    Math.abs(b.strike - forward) < Math.abs(a.strike - forward) ? b : a,
  );
  const deviation = nearest.vol * Math.sqrt(expiry);
  const points = quotes.map(({ strike, vol, bidVol, askVol }): SmilePoint => {
    const k = Math.log(strike / forward);
    const half = Math.max((askVol - bidVol) / 2, LEAST_VOL_ERROR);
    return { k, z: k / deviation, w: vol * vol * expiry, error: 2 * vol * half * expiry };
  });
  return {
    quotes: {
      expiry,
      k: Float64Array.from(points, ({ k }) => k),
      totalVariance: Float64Array.from(points, ({ w }) => w),
      halfSpread: Float64Array.from(points, ({ error }) => error),
      weight: Float64Array.from(points, smileWeight),
    },
    z: Float64Array.from(points, ({ z }) => z),
    vol: Float64Array.from(quotes, ({ vol }) => vol),
    bidVol: Float64Array.from(quotes, ({ bidVol }) => bidVol),
    askVol: Float64Array.from(quotes, ({ askVol }) => askVol),
    deviation,
    smile,
  };
}

type Variance = (k: number) => number;

/** The fitted curves of one chain, and what is known of butterflies in them. */
interface FittedChain {
  readonly chain: RealChain;
  readonly curves: readonly Variance[];
  readonly butterflySlices: number;
}

function sviCurves(chain: RealChain): FittedChain {
  let butterflySlices = 0;
  const curves = chain.slices.map(({ quotes }): Variance => {
    const fit = fitSviColumns(quotes);
    if (!fit.ok) throw new Error(`${chain.session}: ${fit.failure.code}`);
    const { params } = fit.value;
    const [low, high] = [quotes.k[0] as number, quotes.k[quotes.k.length - 1] as number];
    if (leastDurrleman(params, low, high, DENSE_GRID) < 0) butterflySlices += 1;
    return (k) => sviTotalVariance(params, k);
  });
  return { chain, curves, butterflySlices };
}

function essviCurves(chain: RealChain): FittedChain {
  const fit = fitEssvi(chain.slices.map(({ quotes }) => quotes));
  if (!fit.ok) throw new Error(`${chain.session}: ${fit.failure.code}`);
  const { nodes } = fit.value.surface;
  return {
    chain,
    curves: nodes.map(
      (node): Variance =>
        (k) =>
          essviSlice(node, k).w,
    ),
    butterflySlices: nodes.filter((node) => butterflyRoom(node) < 0).length,
  };
}

function qualityOf(fitted: readonly FittedChain[]): FitQuality {
  const errors: number[] = [];
  let [judged, inside, calendarPoints, calendarViolations] = [0, 0, 0, 0];
  for (const { chain, curves } of fitted) {
    for (const [i, { quotes, z, vol, bidVol, askVol, deviation }] of chain.slices.entries()) {
      const curve = curves[i] as Variance;
      let [count, squares] = [0, 0];
      for (let j = 0; j < z.length; j++) {
        if (Math.abs(z[j] as number) > JUDGED) continue;
        const fittedVol = Math.sqrt(curve(quotes.k[j] as number) / quotes.expiry);
        count += 1;
        squares += (fittedVol - (vol[j] as number)) ** 2;
        if (fittedVol >= (bidVol[j] as number) && fittedVol <= (askVol[j] as number)) inside += 1;
      }
      judged += count;
      if (count > 0) errors.push(100 * Math.sqrt(squares / count));
      const later = curves[i + 1];
      if (later === undefined) continue;
      for (let step = 0; step < CALENDAR_POINTS; step++) {
        const k = JUDGED * deviation * ((2 * step) / (CALENDAR_POINTS - 1) - 1);
        calendarPoints += 1;
        if (later(k) < curve(k)) calendarViolations += 1;
      }
    }
  }
  return {
    insideSpread: inside / judged,
    judged,
    rmseMedian: median(errors),
    rmseP95: percentile(errors, 0.95),
    calendarViolations,
    calendarPoints,
    butterflySlices: fitted.reduce((sum, one) => sum + one.butterflySlices, 0),
  };
}

/** Best times of many jobs: every job once to warm up, then in turn, so that noise falls on all alike. */
function timesOf(jobs: readonly (() => unknown)[]): FitTimes {
  for (const job of jobs) job();
  const best = jobs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, job] of jobs.entries()) {
      const start = performance.now();
      job();
      best[i] = Math.min(best[i] as number, performance.now() - start);
    }
  }
  return {
    median: median(best),
    p95: percentile(best, 0.95),
    most: Math.max(...best),
    total: best.reduce((sum, ms) => sum + ms, 0),
  };
}

function lawQuality(chains: readonly RealChain[]): LawQuality {
  const smiles = chains.flatMap(({ slices }) => slices.map(({ smile }) => smile));
  let [trimmed, refused, worstMass, worstMean] = [0, 0, 0, 0];
  for (const { forward, curve } of smiles) {
    const slice = (k: number): SviSlice => smileSlice(curve, k);
    const inputs = { forward, slice, low: curve.low, high: curve.high };
    if (!riskNeutralLaw(inputs).ok) trimmed += 1;
    const law = trimmedLaw(inputs);
    if (!law.ok) {
      refused += 1;
      continue;
    }
    const { mass, mean } = momentsOf(law.value, curve);
    worstMass = Math.max(worstMass, Math.abs(mass - 1));
    worstMean = Math.max(worstMean, Math.abs(mean / forward - 1));
  }
  return { smiles: smiles.length, trimmed: trimmed - refused, refused, worstMass, worstMean };
}

/** Places where quadrature is cut: an even grid, the knots of the residual, and densely where SVI has its bend. */
function cutsOf({ low, high }: RiskNeutralLaw, { params, residual }: SmileCurve): number[] {
  const even = Array.from({ length: 199 }, (_, i) => low + ((high - low) * (i + 1)) / 200);
  const bend = Array.from({ length: 81 }, (_, i) => params.m + params.sigma * Math.sinh((i - 40) / 8));
  const within = [...even, ...bend, ...(residual?.knots ?? [])].filter((k) => k > low && k < high);
  return [low, ...within.sort((a, b) => a - b), high];
}

/** Mass and mean by Simpson's rule between the edges, plus those of the tails. */
function momentsOf(law: RiskNeutralLaw, curve: SmileCurve): { mass: number; mean: number } {
  const { below, above } = law;
  let mass = chanceBelow(law, below.strike) + chanceAbove(law, above.strike);
  // Of a power tail: chance times edge times power / (power - 1), by the sign the power has.
  let mean = [below, above].reduce((sum, t) => sum + (t.chance * t.strike * t.power) / (t.power - 1), 0);
  const add = (k: number, weight: number): void => {
    // Just inside: at an edge the density is that of the tail.
    const strike = Math.min(
      Math.max(law.forward * Math.exp(k), below.strike * (1 + 1e-14)),
      above.strike * (1 - 1e-14),
    );
    const part = weight * densityAt(law, strike) * strike;
    mass += part;
    mean += part * strike;
  };
  const cuts = cutsOf(law, curve);
  for (const [i, to] of cuts.entries()) {
    const from = cuts[i - 1];
    if (from === undefined) continue;
    const h = (to - from) / 8;
    for (let j = 0; j <= 8; j++) add(from + j * h, ((j === 0 || j === 8 ? 1 : j % 2 === 1 ? 4 : 2) * h) / 3);
  }
  return { mass, mean };
}

/**
 * SVI slices and eSSVI surfaces on real chains: how long they take in this process, how near they come to the quotes, and
 * where they allow arbitrage; and whether the smiles of the day sheet imply proper laws.
 */
export function measureSmileFits(chains: readonly RealChain[]): SmileFitMeasures {
  const slices = chains.flatMap((chain) => chain.slices);
  return {
    chains: chains.length,
    slices: slices.length,
    quotes: slices.reduce((sum, { z }) => sum + z.length, 0),
    svi: {
      ...qualityOf(chains.map(sviCurves)),
      ms: timesOf(
        slices.map(
          ({ quotes }) =>
            () =>
              fitSviColumns(quotes),
        ),
      ),
    },
    essvi: {
      ...qualityOf(chains.map(essviCurves)),
      ms: timesOf(
        chains.map((chain) => {
          const quotes = chain.slices.map((slice) => slice.quotes);
          return () => fitEssvi(quotes);
        }),
      ),
    },
    law: lawQuality(chains),
  };
}
