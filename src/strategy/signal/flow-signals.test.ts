import { describe, expect, it } from 'vitest';
import { contextOf, daily } from '../../../test/fixtures/signal-history.ts';
import { reitRelative } from './s14-reit-relative.ts';
import { highBetaRelative } from './s15-high-beta-relative.ts';
import { spyLiquidity } from './s16-spy-liquidity.ts';
import { researchWatch } from './s17-research-watch.ts';

/** 61 closes from 100 to `last`; only the ends matter. */
const fund = (name: string, last: number) =>
  daily(
    name,
    Array.from({ length: 61 }, (_, i) => (i === 60 ? last : 100)),
  );

describe('S14 and S15', () => {
  const context = (sleeve: string, last: number) =>
    contextOf([fund(`${sleeve}.adjClose`, last), fund('SPY.adjClose', 105)]);

  it('are full beyond eight points of difference, with opposite signs', () => {
    expect(reitRelative(context('VNQ', 114))).toMatchObject({ value: 1, direction: 'benign' });
    expect(highBetaRelative(context('SPHB', 114))).toMatchObject({ value: -1, direction: 'adverse' });
    expect(reitRelative(context('VNQ', 90))).toMatchObject({ value: -1 });
  });

  it('publish the difference of 60-session returns', () => {
    const [reit, beta] = [reitRelative(context('VNQ', 101)), highBetaRelative(context('SPHB', 103))];
    expect('inputs' in reit && reit.inputs['r60VnqSpy']).toBeCloseTo(-0.04, 12);
    expect('inputs' in beta && beta.inputs['r60SphbSpy']).toBeCloseTo(-0.02, 12);
    expect('value' in beta && beta.value).toBeCloseTo(0.25, 12);
    expect(reit).toMatchObject({ evidence: 'VNQ +1.0 % against SPY +5.0 % in 60 days: -4.0 %' });
  });

  it('are absent before the fund was listed', () => {
    expect(highBetaRelative(contextOf([fund('SPY.adjClose', 105)]))).toMatchObject({
      absent: 'SPHB.adjClose: no data by 2019-05-09',
    });
  });
});

describe('S16', () => {
  const BARS = 272;
  const closes = Array.from({ length: BARS }, (_, i) => (i % 2 === 0 ? 100 : 101));
  const read = (volume: (i: number) => number) =>
    spyLiquidity(
      contextOf([
        daily('SPY.adjClose', closes),
        daily(
          'SPY.volume',
          closes.map((_, i) => volume(i)),
        ),
      ]),
    );

  it('nears +1 as volume grows and -1 as it dries up', () => {
    const [grows, dries] = [read((i) => 1e8 * 1.02 ** i), read((i) => 1e8 * 0.98 ** i)];
    expect('value' in grows && grows.value).toBeCloseTo(1 - 2 * (0.5 / 252), 12);
    expect('value' in dries && dries.value).toBeCloseTo(-1 + 2 * (0.5 / 252), 12);
  });

  it('does not divide by a day without volume', () => {
    expect(read((i) => (i === 200 ? 0 : 1e8))).toMatchObject({ asOf: '2019-05-09' });
  });
});

describe('S17', () => {
  it('is there, neutral and without weight', () => {
    expect(researchWatch(contextOf([]))).toMatchObject({ value: 0, weight: 0, direction: 'neutral' });
  });
});
