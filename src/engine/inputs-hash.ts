import { hashOf, sha256 } from '../core/hash.ts';
import type { Chain, ChainSnapshot } from '../market/chain.ts';
import type { Snapshot } from '../market/snapshot.ts';
import type { Held } from '../strategy/held.ts';
import type { RecordingHistory } from './recording-history.ts';
import { seriesHash } from './recording-history.ts';

const bytes = (column: Float64Array): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

const chainHash = ({ root, expiration, strikes, call, put }: Chain): string =>
  sha256(
    [root, expiration, ...[strikes, call.bid, call.ask, put.bid, put.ask].map((c) => sha256(bytes(c)))].join(
      ' ',
    ),
  );

const snapshotHash = ({ underlying, session, asOf, spot, chains }: ChainSnapshot): string =>
  hashOf({ underlying, session, asOf, spot: spot ?? null, chains: chains.map(chainHash) });

/** Identity of everything a day read: quotes, the series asked for, the VX curves, and what was held before. */
export function inputsHash(market: Snapshot, past: RecordingHistory, held: Held): string {
  const series = past.asked().map((name) => {
    const found = past.series(name);
    return [name, found === undefined ? null : seriesHash(found)];
  });
  return hashOf({
    session: market.session,
    asOf: market.asOf,
    spx: market.spx,
    chain: snapshotHash(market.spxChain),
    vixChain: market.vixChain === undefined ? null : snapshotHash(market.vixChain),
    series,
    vx: sha256(JSON.stringify(past.vx)),
    held,
  });
}
