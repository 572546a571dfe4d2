import type { IsoDate } from '../core/units.ts';
import type { ChainSnapshot, Underlying } from '../market/chain.ts';
import { observationOn, type Series, type VxCurve } from '../market/history.ts';
import type { ChainPassport } from '../market/passport.ts';
import { readChainTable } from '../store/chain-table.ts';
import { type JudgedChain, judgedChains } from '../store/judged-chains.ts';
import { lakeLayout } from '../store/lake-layout.ts';
import { type Manifest, readManifests } from '../store/manifest.ts';
import { type MergedSeries, mergeSeries } from '../store/merge-series.ts';
import { type MergedVx, mergeVx } from '../store/merge-vx.ts';
import { readSeriesTables } from '../store/series-table.ts';
import { readVxTables } from '../store/vx-table.ts';
import { type Conflict, chainConflicts, seriesConflicts, vxConflicts } from './conflicts.ts';

/** Everything the lake knows, one value a fact; pure in the set of imported files. */
export interface MarketData {
  readonly home: string;
  /** Every series by name, all sources merged. */
  readonly series: ReadonlyMap<string, Series>;
  /** Monthly VX curves, ascending by session. */
  readonly vx: readonly VxCurve[];
  /** Every chain in the lake with its verdict, refused ones too, best of a session first. */
  readonly chains: readonly ChainPassport[];
  /** Where two sources state different values, worst first. */
  readonly conflicts: readonly Conflict[];
  /** Sessions with a chain that may be used, ascending. */
  readonly sessionsWithChains: (underlying: Underlying) => readonly IsoDate[];
  /** The chain of a session; undefined when there is none that may be used. */
  readonly chainSnapshot: (underlying: Underlying, session: IsoDate) => Promise<ChainSnapshot | undefined>;
  /** The passport of the session's best chain, even when that is refused; undefined when there is none at all. */
  readonly chainPassport: (underlying: Underlying, session: IsoDate) => ChainPassport | undefined;
  readonly manifests: readonly Manifest[];
  readonly merged: { readonly series: ReadonlyMap<string, MergedSeries>; readonly vx: MergedVx };
}

/** Closes that chains are judged by; read whatever else is asked for. */
const CLOSES = ['SPX.close', 'SPY.close'];

/**
 * Reads the lake under `home`; an absent lake is an empty one.
 *
 * @param only  the series to read; all when absent. Reading what a day needs takes a fraction of reading all.
 */
export async function openMarketData(home: string, only?: readonly string[]): Promise<MarketData> {
  const lake = lakeLayout(home);
  const manifests = readManifests(lake);
  const present = <T>(table: T | undefined): readonly T[] => (table === undefined ? [] : [table]);
  const wanted = only === undefined ? undefined : new Set([...CLOSES, ...only]);
  const seriesTables = manifests.flatMap(({ series }) => present(series));
  const merged = {
    series: mergeSeries(await readSeriesTables(lake.root, seriesTables, wanted)),
    vx: mergeVx(
      await readVxTables(
        lake.root,
        manifests.flatMap(({ vx }) => present(vx)),
      ),
    ),
  };
  const series = new Map([...merged.series].map(([name, { series }]) => [name, series]));
  const judged = judgedChains(manifests, (underlying, session) => closeOf(series, underlying, session));
  const best = bestChains(judged);
  return {
    home,
    series,
    vx: merged.vx.curves,
    chains: judged.map(({ passport }) => passport),
    conflicts: [...seriesConflicts(merged.series), ...vxConflicts(merged.vx), ...chainConflicts(judged)],
    sessionsWithChains: (underlying) => usableSessions(best, underlying),
    chainSnapshot: async (underlying, session) => {
      const chain = best.get(`${underlying} ${session}`);
      const path = chain?.entry.path;
      if (chain === undefined || path === undefined || chain.passport.verdict === 'refuse') return undefined;
      return await readChainTable(lake.root, path, chain.entry.facts);
    },
    chainPassport: (underlying, session) => best.get(`${underlying} ${session}`)?.passport,
    manifests,
    merged,
  };
}

/** The first of each session: `judgedChains` puts the best first. */
function bestChains(judged: readonly JudgedChain[]): ReadonlyMap<string, JudgedChain> {
  const best = new Map<string, JudgedChain>();
  for (const chain of judged) {
    const key = `${chain.passport.underlying} ${chain.passport.session}`;
    if (!best.has(key)) best.set(key, chain);
  }
  return best;
}

function usableSessions(best: ReadonlyMap<string, JudgedChain>, underlying: Underlying): readonly IsoDate[] {
  const usable = [...best.values()].filter(
    ({ passport }) => passport.underlying === underlying && passport.verdict !== 'refuse',
  );
  return usable.map(({ passport }) => passport.session).sort();
}

/** XSP is a tenth of SPX; VIX chains are not held against a close (judge-chain.ts). */
function closeOf(
  series: ReadonlyMap<string, Series>,
  underlying: Underlying,
  session: IsoDate,
): number | undefined {
  const on = (name: string): number | undefined => observationOn(series.get(name), session)?.value;
  switch (underlying) {
    case 'SPX':
      return on('SPX.close');
    case 'XSP': {
      const spx = on('SPX.close');
      return spx === undefined ? undefined : spx / 10;
    }
    case 'SPY':
      return on('SPY.close');
    case 'VIX':
      return undefined;
  }
}
