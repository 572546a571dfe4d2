import { sha256 } from '../core/hash.ts';
import type { ChainSnapshot } from './chain.ts';

const bytesOf = (column: Float64Array): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

/**
 * Identity of the quotes of a snapshot without their date: two sessions that share it are one photograph, copied.
 * Strikes, bids and asks only; a vendor may update open interest on a copy.
 */
export function quotesHash({ chains }: ChainSnapshot): string {
  const parts = chains.map(({ root, expiration, strikes, call, put }) => {
    const columns = [strikes, call.bid, call.ask, put.bid, put.ask].map((column) => sha256(bytesOf(column)));
    return [root, expiration, ...columns].join(' ');
  });
  return sha256(parts.sort().join('\n'));
}
