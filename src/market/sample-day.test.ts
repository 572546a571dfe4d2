import { beforeAll, describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../core/dates.ts';
import { calendarArbitrage } from './calendar-arbitrage.ts';
import { checkedChain } from './chain.ts';
import { contractFacts } from './contract-registry.ts';
import { checkedSeries, historyThrough } from './history.ts';
import { type SampleMarket, sampleMarket } from './sample-day.ts';
import { seriesFacts } from './series-catalogue.ts';
import { readSurface, type Surface } from './surface.ts';
import { tickAt } from './ticks.ts';
import { vixFromChain } from './vix-from-chain.ts';
import { termStructure } from './vix-term-structure.ts';

const NEEDED = [
  ...[
    'SPX.close',
    'VIX.close',
    'VIX9D.close',
    'VIX3M.close',
    'VIX6M.close',
    'VVIX.close',
    'SKEW.close',
    'NYAD.close',
  ],
  ...['SPY.close', 'SPY.adjClose', 'SPY.volume', 'VNQ.adjClose', 'SPHB.adjClose', 'DGS10', 'TB3MS'],
  ...['CPIAUCSL', 'PPIACO', 'GDPC1', 'RBUSBIS', 'OECD.EA19', 'OECD.JPN', 'OECD.GBR'],
  ...['SHILLER.price', 'SHILLER.earnings', 'SHILLER.dividend', 'SHILLER.pe10'],
];

let market: SampleMarket;
let surface: Surface;
beforeAll(() => {
  market = sampleMarket();
  surface = readSurface(market.snapshot.spxChain);
});

describe('sampleMarket', () => {
  it('is the same market every time, and another one for another seed', () => {
    expect(sampleMarket().snapshot).toEqual(market.snapshot);
    expect(sampleMarket(7).series.get('VIX.close')?.values).not.toEqual(
      market.series.get('VIX.close')?.values,
    );
  });

  it('says simulated wherever quotes have a kind', () => {
    const { snapshot } = market;
    const kinds = [snapshot.quotes, snapshot.spxChain.quotes, snapshot.passport.chain.quotes];
    expect(new Set([...kinds, ...snapshot.spxChain.chains.map((chain) => chain.quotes)])).toEqual(
      new Set(['simulated']),
    );
    expect(snapshot.spxChain.source).toBe('simulated');
  });

  it('has every series the signals read, well formed, ending at what its day could know', () => {
    for (const name of NEEDED) {
      const series = market.series.get(name);
      expect(series, name).toBeDefined();
      if (series !== undefined) checkedSeries(series);
      expect(series?.tags).toEqual(seriesFacts(name)?.tags);
    }
    const past = historyThrough(market.series, market.vx, market.snapshot.asOf);
    expect(past.series('SPX.close')?.days.at(-1)).toBe(dayNumber(isoDate('2026-11-19')));
    expect(past.series('SPX.close')?.days.length).toBe(420);
    expect(past.series('CPIAUCSL')?.days.at(-1)).toBeLessThan(dayNumber(isoDate('2026-11-01')));
    expect(past.vx.at(-1)?.session).toBe('2026-11-19');
  });

  it('stays within what each series can plausibly be', () => {
    for (const series of market.series.values()) {
      const [low, high] = seriesFacts(series.name)?.plausible ?? [0, 0];
      expect(Math.min(...series.values), series.name).toBeGreaterThanOrEqual(low);
      expect(Math.max(...series.values), series.name).toBeLessThanOrEqual(high);
    }
  });

  it('has a chain of both roots from a day to three months, on the exchange ticks', () => {
    const { chains } = market.snapshot.spxChain;
    expect(new Set(chains.map((chain) => chain.root))).toEqual(new Set(['SPX', 'SPXW']));
    const dtes = surface.expirations.map(({ dte }) => dte);
    for (const [low, high] of [
      [5, 9],
      [11, 17],
      [26, 37],
      [55, 65],
      [85, 95],
    ] as const) {
      expect(dtes.some((dte) => dte >= low && dte <= high)).toBe(true);
    }
    for (const chain of chains) {
      checkedChain(chain);
      const { ticks } = contractFacts(chain.root, isoDate('2026-11-19'));
      for (const price of [...chain.call.bid, ...chain.put.ask]) {
        const steps = price / tickAt(ticks, price);
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
      }
    }
  });

  it('has wings nobody bids for, and no crossed quote', () => {
    const { passport } = market.snapshot;
    expect(passport.chain.oneSided).toBeGreaterThan(100);
    expect(passport.chain).toMatchObject({
      crossed: 0,
      duplicates: 0,
      parityViolations: 0,
      verdict: 'use',
      reasons: [],
    });
  });

  it('sells no butterfly and no vertical for less than nothing', () => {
    for (const { strikes, call, put } of market.snapshot.spxChain.chains) {
      for (const [columns, sign] of [
        [call, 1],
        [put, -1],
      ] as const) {
        const [bid, ask] = [(i: number) => columns.bid[i] ?? 0, (i: number) => columns.ask[i] ?? 0];
        for (let i = 1; i + 1 < strikes.length; i++) {
          const [low, middle, high] = [strikes[i - 1] ?? 0, strikes[i] ?? 0, strikes[i + 1] ?? 0];
          const share = (high - middle) / (high - low);
          expect(share * ask(i - 1) + (1 - share) * ask(i + 1)).toBeGreaterThanOrEqual(bid(i) - 1e-9);
          // A call falls as its strike rises, a put rises: the dearer one bought costs at least nothing.
          expect(sign === 1 ? ask(i - 1) - bid(i) : ask(i) - bid(i - 1)).toBeGreaterThanOrEqual(-1e-9);
        }
      }
    }
  });

  it('is free of calendar arbitrage once fitted, every quote inside its spread', () => {
    expect(calendarArbitrage(surface).violations).toBe(0);
    expect(surface.unreadable).toEqual([]);
    for (const { smile } of surface.expirations)
      if (smile !== undefined) expect(smile.insideSpread).toBeGreaterThan(0.98);
  });

  it('carries the VIX its own chain gives, to a tenth of a point', () => {
    const vix = vixFromChain(surface);
    if (!vix.ok) throw new Error(vix.failure.detail);
    expect(Math.abs(vix.value.value - (market.series.get('VIX.close')?.values.at(-1) ?? 0))).toBeLessThan(
      0.1,
    );
    expect(vix.value.next.expiration).toBe('2026-12-24'); // Friday the 25th is Christmas
  });

  it('ends in calm: VIX below 17 and the curve in contango', () => {
    expect(market.series.get('VIX.close')?.values.at(-1)).toBeLessThan(17);
    const last = market.vx.at(-1);
    expect(last === undefined ? 0 : termStructure(last).contango).toBeGreaterThan(0.03);
    expect(last?.contracts).toHaveLength(9);
  });
});
