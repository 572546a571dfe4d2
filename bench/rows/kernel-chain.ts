import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKernels } from '../../src/app/kernels.ts';
import { readFile } from '../../src/data/read-file.ts';
import type { ChainSnapshot } from '../../src/market/chain.ts';
import { analyseChain, type ChainAnalytics } from '../../src/market/chain-analytics.ts';
import { plainKernels } from '../../src/quant/batch/plain-kernels.ts';
import { fitSviColumns } from '../../src/quant/smile/svi-fit.ts';
import { interleaved } from '../peers/best-of.ts';
import { comparisonRows } from '../peers/compare/comparison.ts';
import { compareSvi } from '../peers/compare/svi.ts';
import type { SviQuotes } from '../peers/quantlib.ts';
import { type Row, skipped } from '../row.ts';
import { GATHERED, sharedRoot } from '../shared-root.ts';

const ID = 'kernel.target.whole-chain';
const FILE = 'SPX_2023-05-26.csv.gz';

async function snapshotOf(root: string): Promise<ChainSnapshot> {
  const path = join(root, 'data', 'options', 'cboe_quotedata', FILE);
  const { items } = await readFile({ name: path, bytes: readFileSync(path), today: GATHERED });
  const chain = items.find((item) => item.kind === 'chain');
  if (chain?.kind !== 'chain') throw new Error(`${FILE} holds no chain`);
  return chain.snapshot;
}

/** Out-of-the-money quotes of the expiration nearest to thirty days, for a fit without weights, which QuantLib has none of. */
function monthlySlice({ rows, expirations }: ChainAnalytics): SviQuotes | undefined {
  const found = expirations.filter(({ svi }) => svi.ok);
  const [nearest] = found.sort((a, b) => Math.abs(a.view.dte - 30) - Math.abs(b.view.dte - 30));
  if (nearest === undefined) return undefined;
  const { first, beyond, view } = nearest;
  const forward = view.forward.forward;
  const kept = Array.from({ length: beyond - first }, (_, i) => first + i)
    .filter(
      (i) =>
        (rows.sign[i] as number) * ((rows.strike[i] as number) - forward) >= 0 && (rows.vol[i] as number) > 0,
    )
    .filter((i) => Math.abs(Math.log((rows.strike[i] as number) / forward)) <= 0.2)
    .sort((a, b) => (rows.strike[a] as number) - (rows.strike[b] as number));
  return {
    strike: Float64Array.from(kept, (i) => rows.strike[i] as number),
    vol: Float64Array.from(kept, (i) => rows.vol[i] as number),
    forward,
    expiry: view.expiry,
  };
}

/** Our fit of the same slice, all quotes weighted alike. */
const ourSvi = ({ strike, vol, forward, expiry }: SviQuotes) => {
  const columns = {
    k: strike.map((K) => Math.log(K / forward)),
    totalVariance: vol.map((one) => one * one * expiry),
    weight: strike.map(() => 1),
  };
  return (): number => {
    fitSviColumns(columns);
    return 1;
  };
};

/** Forwards, vols, Greeks and SVI for every expiration of one real chain, on one thread. */
export async function chainRows(): Promise<readonly Row[]> {
  const root = sharedRoot();
  if (root === undefined) return [skipped(ID, 'no ../shared folder beside the checkout')];
  const snapshot = await snapshotOf(root);
  const fast = loadKernels(1).kernels;
  const quotes = snapshot.chains.reduce((sum, { strikes }) => sum + 2 * strikes.length, 0);
  const once = (kernels: typeof fast) => (): number => {
    analyseChain(snapshot, kernels);
    return 1;
  };
  const ns = await interleaved({ fast: once(fast), plain: once(plainKernels) }, { rounds: 7, minMs: 300 });
  const analytics = analyseChain(snapshot, fast);
  const { rows, expirations } = analytics;
  const slice = monthlySlice(analytics);
  const fitted = expirations.filter(({ svi }) => svi.ok).length;
  const solved = rows.vol.filter((vol) => vol > 0).length;
  return [
    {
      id: ID,
      value: ns.fast / 1e6,
      unit: 'ms',
      target: '<= 60, aim 25',
      pass: ns.fast / 1e6 <= 60,
      against: `${quotes} quotes in ${snapshot.chains.length} chains, ${rows.sign.length} two-sided, ${solved} with a vol; ${fitted} of ${expirations.length} expirations have an SVI slice`,
      note: `${fast.name} on one thread; ${(ns.plain / 1e6).toFixed(1)} ms in plain TypeScript, in turns`,
    },
    ...(slice === undefined ? [] : comparisonRows(await compareSvi(slice, { ours: ourSvi }))),
  ];
}
