import { type Candidate, interleaved, type Rounds } from '../best-of.ts';
import type { KernelProcess } from '../kernel-process.ts';
import { type NpmPeers, npmPeers } from '../npm-peers.ts';
import type { Peer } from '../peer.ts';
import { type QuantLib, quantLib } from '../quantlib.ts';
import { isSkipped } from '../skipped.ts';
import { type TaLib, taLib } from '../ta-lib.ts';
import type { Comparison, Judged, Timing } from './comparison.ts';

/** Holds columns of answers against a reference. */
export type Judge = (answers: readonly Float64Array[]) => readonly Judged[];

/** Someone who takes part. */
export interface Contender {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly candidate: Candidate;
  /** Asked once, after the timing. */
  readonly errors?: (() => Promise<readonly Judged[]>) | undefined;
  readonly close?: () => Promise<void>;
}

/** Ours, in this process. */
export const our = (
  id: string,
  candidate: Candidate,
  errors?: () => Promise<readonly Judged[]>,
): Contender => ({ id, name: `ours, ${id}`, note: '', candidate, errors });

/** A compiled baseline at work. */
export const compiledContender = (
  { id, name, note = '' }: { readonly id: string; readonly name: string; readonly note?: string },
  kernel: KernelProcess,
  errors?: () => Promise<readonly Judged[]>,
): Contender => ({ id, name, note, candidate: kernel, errors, close: kernel.close });

/** A reference to be judged on: an input and who judges the answers to it. */
export interface Reference<Input> {
  readonly input: Input;
  readonly judge: Judge;
}

/** A compiled baseline started on each reference for its answers alone; references that are not here are passed over. */
export const judgedOn =
  <Input>(
    references: readonly (Reference<Input> | undefined)[],
    start: (input: Input) => KernelProcess,
  ): (() => Promise<readonly Judged[]>) =>
  async () => {
    const found: Judged[] = [];
    for (const reference of references) {
      if (reference === undefined) continue;
      const kernel = start(reference.input);
      try {
        found.push(...reference.judge(await kernel.values()));
      } finally {
        await kernel.close();
      }
    }
    return found;
  };

/** A package timed on one input and judged on others; its id is the package's name. */
export function npmContender<Input>(
  peer: Peer<Input>,
  input: Input,
  references: readonly (Reference<Input> | undefined)[] = [],
): Contender {
  return {
    id: peer.name
      .replace(/ \d[\w.]*/g, '')
      .replace(/\W+/g, '-')
      .replace(/^-/, ''),
    name: peer.name,
    note: peer.note,
    candidate: peer.start(input).pass,
    errors: async () =>
      references.flatMap((reference) =>
        reference === undefined ? [] : reference.judge(peer.start(reference.input).answers()),
      ),
  };
}

export interface Field {
  readonly contenders: readonly Contender[];
  readonly absent: readonly { readonly id: string; readonly reason: string }[];
}

type Enter<Baseline> = (baseline: Baseline) => readonly Contender[] | Promise<readonly Contender[]>;

/** A baseline that is installed brings its contenders; one that is not is named with the reason. */
async function fieldOf<Baseline extends object>(
  id: string,
  found: Baseline | { readonly skipped: string },
  enter: Enter<Baseline>,
): Promise<Field> {
  return isSkipped(found)
    ? { contenders: [], absent: [{ id, reason: found.skipped }] }
    : { contenders: await enter(found), absent: [] };
}

export const quantLibField = async (enter: Enter<QuantLib>): Promise<Field> =>
  fieldOf<QuantLib>('quantlib', await quantLib(), enter);

export const taLibField = async (enter: Enter<TaLib>): Promise<Field> =>
  fieldOf<TaLib>('ta-lib', await taLib(), enter);

export const npmField = async (enter: Enter<NpmPeers>): Promise<Field> =>
  fieldOf<NpmPeers>('npm', await npmPeers(), enter);

export interface Contest {
  readonly task: string;
  readonly item: string;
  readonly ours: readonly Contender[];
  readonly fields: readonly Field[];
  readonly rounds?: Rounds;
}

/** Times everyone in turns in one run, then asks for their errors, and closes what was opened. */
export async function contest({ task, item, ours, fields, rounds = {} }: Contest): Promise<Comparison> {
  const peers = fields.flatMap(({ contenders }) => contenders);
  const all = [...ours, ...peers];
  try {
    const times = await interleaved(
      Object.fromEntries(all.map(({ id, candidate }) => [id, candidate])),
      rounds,
    );
    const timing = async ({ id, name, note, errors }: Contender): Promise<Timing> => ({
      id,
      name,
      note,
      ns: times[id] ?? Number.NaN,
      errors: (await errors?.()) ?? [],
    });
    return {
      task,
      item,
      ours: await inOrder(ours, timing),
      peers: await inOrder(peers, timing),
      absent: fields.flatMap(({ absent }) => absent),
    };
  } finally {
    for (const { close } of all) await close?.();
  }
}

/** One after another: slow baselines must not run beside each other. */
async function inOrder<From, To>(
  list: readonly From[],
  work: (one: From) => Promise<To>,
): Promise<readonly To[]> {
  const done: To[] = [];
  for (const one of list) done.push(await work(one));
  return done;
}
