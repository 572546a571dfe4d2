import { normalCdf, normalQuantile } from '../../../src/quant/normal.ts';
import { numberIn, readVectors, relativeError, worstOf } from '../../measure/vectors.ts';
import { sharedRoot } from '../../shared-root.ts';
import type { NpmPeers } from '../npm-peers.ts';
import type { Peer } from '../peer.ts';
import { sink } from '../sink.ts';
import type { Comparison } from './comparison.ts';
import { contest, npmContender, npmField, our, type Reference } from './contest.ts';

/** Where there is no table to read, the middle of the law is enough to time it on. */
const MIDDLE = Float64Array.from({ length: 161 }, (_, i) => (i - 80) / 10);

/** Rows whose answer is a normal double: the last digits of a subnormal are nobody's. */
function table(file: string, input: string, output: string): Reference<Float64Array> | undefined {
  const root = sharedRoot();
  if (root === undefined) return undefined;
  const rows = readVectors(root, 'vectors', file)
    .map((row) => ({ x: numberIn(row, input), y: numberIn(row, output) }))
    .filter(({ y }) => y === 0 || Math.abs(y) > 2.3e-308);
  return {
    input: Float64Array.from(rows, ({ x }) => x),
    judge: ([answers = new Float64Array()]) => [
      {
        what: `relative error on ${file}`,
        ...worstOf(
          rows.map(({ x, y }, i) => ({
            error: relativeError(answers[i] as number, y),
            at: `${input} = ${x}`,
          })),
        ),
      },
    ],
  };
}

interface Task {
  readonly task: string;
  readonly ours: (x: number) => number;
  readonly reference: Reference<Float64Array> | undefined;
  readonly fallback: Float64Array;
  readonly peers: (npm: NpmPeers) => Promise<readonly Peer<Float64Array>[]>;
}

async function compareOne({ task, ours, reference, fallback, peers }: Task): Promise<Comparison> {
  const xs = reference?.input ?? fallback;
  const pass = (): number => {
    for (const x of xs) sink.sum += ours(x);
    return xs.length;
  };
  return contest({
    task,
    item: 'value',
    ours: [our('scalar', pass, async () => reference?.judge([xs.map(ours)]) ?? [])],
    fields: [
      await npmField(async (npm) => (await peers(npm)).map((peer) => npmContender(peer, xs, [reference]))),
    ],
    rounds: { rounds: 5, minMs: 20 },
  });
}

/** The normal distribution function and its inverse against 60-digit values, with the npm packages. */
export const compareNormal = async (): Promise<readonly Comparison[]> => [
  await compareOne({
    task: 'normal-cdf',
    ours: normalCdf,
    reference: table('normal.csv', 'x', 'cdf'),
    fallback: MIDDLE,
    peers: (npm) => npm.normalCdf(),
  }),
  await compareOne({
    task: 'normal-quantile',
    ours: normalQuantile,
    reference: table('normal_inverse.csv', 'p', 'x'),
    fallback: MIDDLE.map(normalCdf),
    peers: (npm) => npm.normalQuantile(),
  }),
];
