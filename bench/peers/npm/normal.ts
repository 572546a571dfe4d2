import { peerFunction, peerLabel, peerModule } from '../load-peer.ts';
import { type Peer, put, rowByRow } from '../peer.ts';

/** A distribution function or its inverse: a number in, a number out. */
type Scalar = (x: number) => number;
type WithMoments = (x: number, mean: number, deviation: number) => number;

const scalarPeer = (name: string, note: string, f: Scalar): Peer<Float64Array> => ({
  name,
  note,
  start: (xs) =>
    rowByRow(xs.length, 1, (row, out) => {
      put(out, row, [f(xs[row] as number)]);
    }),
});

/** Standard normal distribution function. */
export async function normalCdfPeers(): Promise<readonly Peer<Float64Array>[]> {
  const stdlib = await peerFunction<WithMoments>('@stdlib/stats-base-dists-normal-cdf');
  const simple = await peerModule<{
    readonly cumulativeStdNormalProbability: Scalar;
  }>('simple-statistics', ['cumulativeStdNormalProbability']);
  const { jStat } = await peerModule<{ readonly jStat: { readonly normal: { readonly cdf: WithMoments } } }>(
    'jstat',
    ['jStat'],
  );
  const { erf } = await peerModule<{ readonly erf: Scalar }>('mathjs', ['erf']);
  return [
    scalarPeer(peerLabel('@stdlib/stats-base-dists-normal-cdf'), '', (x) => stdlib(x, 0, 1)),
    scalarPeer(peerLabel('simple-statistics'), 'a table of four decimals', (x) =>
      simple.cumulativeStdNormalProbability(x),
    ),
    scalarPeer(peerLabel('jstat'), '1 + erf, so nothing is left of a tail below 1e-16', (x) =>
      jStat.normal.cdf(x, 0, 1),
    ),
    scalarPeer(peerLabel('mathjs'), 'has erf and no erfc: (1 + erf(x / sqrt 2)) / 2', (x) => {
      return 0.5 * (1 + erf(x / Math.SQRT2));
    }),
  ];
}

/** Its inverse. */
export async function normalQuantilePeers(): Promise<readonly Peer<Float64Array>[]> {
  const stdlib = await peerFunction<WithMoments>('@stdlib/stats-base-dists-normal-quantile');
  return [scalarPeer(peerLabel('@stdlib/stats-base-dists-normal-quantile'), '', (p) => stdlib(p, 0, 1))];
}
