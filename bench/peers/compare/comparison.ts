import type { Worst } from '../../measure/vectors.ts';
import { type Row, skipped } from '../../row.ts';

/** What was held against a reference, and how far off the worst answer was. */
export interface Judged extends Worst {
  /** `relative error of the premium on bs_greeks.csv`. */
  readonly what: string;
}

/** One contender, with what it took and how far off it was. */
export interface Timing {
  /** Stable, for look-ups: `quantlib-engine`. */
  readonly id: string;
  /** With version: what is printed. */
  readonly name: string;
  /** Best of the run, nanoseconds per item. */
  readonly ns: number;
  readonly note: string;
  readonly errors: readonly Judged[];
}

/** Everyone at one task in one run, so that ratios hold. */
export interface Comparison {
  readonly task: string;
  /** What an item is: an option, a bar, a fit. */
  readonly item: string;
  readonly ours: readonly Timing[];
  readonly peers: readonly Timing[];
  readonly absent: readonly { readonly id: string; readonly reason: string }[];
}

const nsOf = (timings: readonly Timing[], id: string): number | undefined =>
  timings.find((timing) => timing.id === id)?.ns;

/** How many times the time of ours a peer takes; undefined where either is absent. */
export function timesFaster({ ours, peers }: Comparison, our: string, peer: string): number | undefined {
  const [mine, theirs] = [nsOf(ours, our), nsOf(peers, peer)];
  return mine === undefined || theirs === undefined ? undefined : theirs / mine;
}

const digits = (x: number): string => x.toPrecision(3);

const errorText = ({ what, error, cases, at }: Judged): string =>
  `${what} ${error.toExponential(1)} at worst of ${cases}${error === 0 ? '' : ` (${at})`}`;

/** One row per contender: ours say how they stand to every peer, peers how far off they are. Nothing is judged here. */
export function comparisonRows({ task, item, ours, peers, absent }: Comparison): readonly Row[] {
  const row = ({ id, name, ns, note, errors }: Timing, against: string): Row => ({
    id: `kernel.${task}.${id}`,
    value: ns,
    unit: `ns per ${item}`,
    target: '',
    pass: null,
    against,
    note: [name, note, ...errors.map(errorText)].filter((part) => part !== '').join('; '),
  });
  const standing = (mine: Timing): string =>
    peers.map(({ id, ns }) => `${digits(ns / mine.ns)} x as fast as ${id}`).join(', ');
  return [
    ...ours.map((timing) => row(timing, standing(timing))),
    ...peers.map((timing) => row(timing, 'a baseline of the same run')),
    ...absent.map(({ id, reason }) => skipped(`kernel.${task}.${id}`, reason)),
  ];
}
