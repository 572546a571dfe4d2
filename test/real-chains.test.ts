import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { isoDate } from '../src/core/dates.ts';
import { readFile } from '../src/data/read-file.ts';
import { calendarArbitrage } from '../src/market/calendar-arbitrage.ts';
import type { ChainSnapshot } from '../src/market/chain.ts';
import { readSurface, type Surface } from '../src/market/surface.ts';
import { vixFromChain } from '../src/market/vix-from-chain.ts';
import { vxForward } from '../src/market/vx-forward.ts';
import { describeWithShared, sharedPath } from './shared-data.ts';

async function snapshotOf(...path: readonly string[]): Promise<ChainSnapshot> {
  const file = sharedPath('data', 'options', ...path);
  const { items } = await readFile({ name: file, bytes: readFileSync(file), today: isoDate('2026-11-20') });
  const [item] = items;
  if (item?.kind !== 'chain') throw new Error(`${file} gave no chain`);
  return item.snapshot;
}

const vixOf = (surface: Surface): number => {
  const vix = vixFromChain(surface);
  if (!vix.ok) throw new Error(vix.failure.detail);
  return vix.value.value;
};

describeWithShared('real SPX chains', () => {
  let may2019: Surface;
  let may2023: Surface;
  beforeAll(async () => {
    may2019 = readSurface(await snapshotOf('spx_2019_cboe_delayed', 'SPX_20190509.csv.gz'));
    may2023 = readSurface(await snapshotOf('cboe_quotedata', 'SPX_2023-05-26.csv.gz'));
  });

  it('give VIX 17.96 for the close of 2023-05-26, published as 17.95', () => {
    expect(vixOf(may2023).toFixed(2)).toBe('17.96');
  });

  it('give VIX within 0.05 of the 19.10 published for 2019-05-09', () => {
    expect(Math.abs(vixOf(may2019) - 19.1)).toBeLessThan(0.05);
  });

  it('give forwards whose carry over cash agrees between AM and PM contracts of a day to half a point', () => {
    for (const { expirations } of [may2019, may2023]) {
      for (const { chain, forward } of expirations.filter(
        (view) => view.chain.root === 'SPX' && view.dte < 200,
      )) {
        const twin = expirations.find(
          (view) => view.chain.root === 'SPXW' && view.chain.expiration === chain.expiration,
        );
        if (twin !== undefined) expect(Math.abs(twin.forward.forward - forward.forward)).toBeLessThan(0.5);
      }
    }
  });

  it('give rates near the money market of the day: 2.4 % in May 2019, 5.1 % in May 2023', () => {
    for (const [{ expirations }, level] of [
      [may2019, 0.026],
      [may2023, 0.051],
    ] as const) {
      for (const { forward, dte } of expirations) {
        if (dte < 400) expect(Math.abs(forward.rate - level)).toBeLessThan(0.005);
      }
    }
  });

  it('break parity nowhere near the money', () => {
    for (const { expirations } of [may2019, may2023]) {
      for (const { forward } of expirations) expect(forward.violations).toBe(0);
    }
  });

  it('are priced inside bid and ask at 97 strikes in a hundred, without butterfly and with little calendar arbitrage', () => {
    for (const surface of [may2019, may2023]) {
      const smiles = surface.expirations.flatMap(({ smile, dte }) =>
        smile === undefined || dte < 5 ? [] : [smile],
      );
      expect(smiles.length).toBeGreaterThan(15);
      const judged = smiles.reduce((sum, smile) => sum + smile.judged, 0);
      const inside = smiles.reduce((sum, smile) => sum + smile.insideSpread * smile.judged, 0);
      expect(inside / judged).toBeGreaterThan(0.97);
      const { violations, pointsChecked } = calendarArbitrage(surface);
      expect(violations / pointsChecked).toBeLessThan(0.05);
    }
  });
});

describeWithShared('the real VIX chain of 2023-05-15', () => {
  it('gives VX forwards that rise from spot to winter', async () => {
    const surface = readSurface(await snapshotOf('cboe_quotedata', 'VIX_2023-05-15_intraday1147.csv.gz'), []);
    const forwards = surface.expirations
      .filter(({ chain }) => chain.root === 'VIX')
      .map(({ chain, dte, expiry, forward }) =>
        vxForward({ expiration: chain.expiration, days: dte, options: { chain, expiry, prior: forward } }),
      );
    expect(forwards.every((forward) => forward?.source === 'vix-options')).toBe(true);
    const values = forwards.map((forward) => forward?.value ?? 0);
    expect(values[0]).toBeGreaterThan(17);
    expect(values[0]).toBeLessThan(18.5);
    expect(values.at(-1)).toBeGreaterThan(23);
    for (const [i, value] of values.slice(1, 5).entries()) expect(value).toBeGreaterThan(values[i] ?? 0);
  });
});
