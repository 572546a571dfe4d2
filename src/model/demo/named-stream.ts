import { type Random, seededRandom } from '../../core/random.ts';

/** FNV-1a over the characters of a text, 32 bits. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * A stream of chance of its own for everything with a name, so that a change to one series, or the order in which chains are
 * read, leaves all others as they were.
 *
 * @see Fowler, Noll and Vo, The FNV Non-Cryptographic Hash Algorithm, IETF draft-eastlake-fnv
 */
export const namedStream = (seed: number, name: string): Random => seededRandom(fnv1a(`${seed} ${name}`));
