import { beforeAll, expect, it } from 'vitest';
import { type RealChain, realChains } from '../../../bench/measure/smile-fit.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { butterflyRoom, calendarRoom, essviSlice } from './essvi.ts';
import { type EssviFit, fitEssvi } from './essvi-fit.ts';
import { localVariance, sliceAt, surfacePoint } from './essvi-surface.ts';
import { durrleman } from './svi.ts';
import { leastDurrleman } from './svi-butterfly.ts';
import { fitSviColumns } from './svi-fit.ts';

describeWithShared('fits to the real SPX chains of 2019-05-09 and 2023-05-26', () => {
  let chains: readonly RealChain[];
  let fits: readonly EssviFit[];
  beforeAll(async () => {
    chains = await realChains(sharedPath(), ['2019-05-09', '2023-05-26']);
    fits = chains.map(({ session, slices }) => {
      const fit = fitEssvi(slices.map(({ quotes }) => quotes));
      if (!fit.ok) throw new Error(`${session}: ${fit.failure.code}`);
      return fit.value;
    });
  });

  it('are of every expiration', () => {
    expect(chains.map(({ slices }) => slices.length)).toEqual([41, 49]);
  });

  it('by SVI have no butterfly arbitrage between first and last quote on a grid of 5,000', () => {
    const least = chains.flatMap(({ slices }) =>
      slices.map(({ quotes }) => {
        const fit = fitSviColumns(quotes);
        if (!fit.ok) throw new Error(fit.failure.code);
        const [low = 0] = quotes.k;
        return leastDurrleman(fit.value.params, low, quotes.k.at(-1) ?? 0, 5000);
      }),
    );
    expect(Math.min(...least)).toBeGreaterThanOrEqual(0);
  });

  /** Log-moneyness from -3 to 3, dense near the money: strikes from a twentieth of the index to twenty times it. */
  const grid = Array.from({ length: 201 }, (_, i) => Math.sinh((i - 100) / 15) * 0.0076);
  /** Expirations, what lies between them, and some days before the first and years after the last. */
  const timesOf = ({ surface: { nodes } }: EssviFit): number[] => {
    const quoted = nodes.map(({ expiry }) => expiry);
    const between = quoted.slice(1).map((expiry, i) => ((quoted[i] as number) + expiry) / 2);
    const [first = 1, last = 1] = [quoted[0], quoted.at(-1)];
    return [first / 5, first / 2, ...quoted, ...between, 2 * last, 5 * last].sort((a, b) => a - b);
  };

  it('by eSSVI have no butterfly arbitrage at any strike and expiry', () => {
    for (const fit of fits) {
      for (const time of timesOf(fit)) {
        const slice = sliceAt(fit.surface, time);
        expect(butterflyRoom(slice)).toBeGreaterThan(0);
        const least = Math.min(...grid.map((k) => durrleman(essviSlice(slice, k), k)));
        expect(least).toBeGreaterThan(0);
      }
    }
  });

  it('by eSSVI have no calendar arbitrage from any expiry to the next, and a positive local variance', () => {
    for (const fit of fits) {
      const times = timesOf(fit);
      for (const [i, late] of times.entries()) {
        const early = times[i - 1];
        if (early === undefined) continue;
        const room = calendarRoom(sliceAt(fit.surface, early), sliceAt(fit.surface, late));
        expect(room).toBeGreaterThan(-1e-13);
        const least = Math.min(
          ...grid.map((k) => surfacePoint(fit.surface, k, late).w / surfacePoint(fit.surface, k, early).w),
        );
        expect(least).toBeGreaterThan(1);
        expect(Math.min(...grid.map((k) => localVariance(fit.surface, k, early)))).toBeGreaterThan(0);
      }
    }
  });

  it('by eSSVI come within a vol point of nearly all quotes near the money in 2023', () => {
    const [, fit] = fits;
    const [, chain] = chains;
    let [near, of] = [0, 0];
    chain?.slices.forEach(({ quotes, z, vol }, i) => {
      fit?.quality[i]?.residuals.forEach((residual, j) => {
        if (Math.abs(z[j] as number) > 2.5) return;
        const fitted = Math.sqrt(((quotes.totalVariance[j] as number) + residual) / quotes.expiry);
        of += 1;
        near += Math.abs(fitted - (vol[j] as number)) < 0.01 ? 1 : 0;
      });
    });
    expect(of).toBeGreaterThan(5000);
    expect(near / of).toBeGreaterThan(0.98);
  });
});
