import { describe, expect, it } from 'vitest';
import { sampleReading, shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { leg } from '../../../test/legs.ts';
import { addDays, isoDate } from '../../core/dates.ts';
import { dollars, type IsoDate } from '../../core/units.ts';
import type { Leg } from '../../portfolio/leg.ts';
import type { Position } from '../../portfolio/position.ts';
import type { MarketReading } from '../market-reading.ts';
import type { RegimeLabel } from '../regime-types.ts';
import { hedgeDepth } from './depth.ts';
import { type LayerName, ladder } from './ladder.ts';
import { layerExpiration } from './layer-option.ts';
import { reviewLayer } from './review-hedge.ts';

const plan = shippedPlan();
const market = sampleReading();
const { session } = market;
const expirationOf = (name: LayerName): IsoDate =>
  layerExpiration(session, plan.hedge.layers[name]) ?? session;
const call = (n: number, expiration: IsoDate, strike = 22): readonly Leg[] => [
  leg(n, 'VIX', expiration, strike, 'call'),
];
const position = (layer: LayerName, legs: readonly Leg[], id = `${layer}-held`): Position => ({
  id,
  purpose: `hedge.${layer}`,
  legs,
  opened: addDays(session, -20),
  premium: dollars(100),
});

interface Setting {
  readonly positions?: readonly Position[];
  readonly regime?: RegimeLabel;
  readonly market?: MarketReading;
  readonly nav?: number;
}
function review(
  name: LayerName,
  { positions = [], regime = 'NORMAL', market: on = market, nav = 2_000_000 }: Setting = {},
) {
  const depth = hedgeDepth([], regime, 15, plan);
  const wanted = ladder({
    market: on,
    plan,
    depth: depth.depth,
    coreLoss: dollars(0),
    navBase: dollars(nav),
  });
  const layer = wanted.layers.find((one) => one.layer === name);
  if (layer === undefined) throw new Error('three layers');
  const found = reviewLayer({ market: on, plan, regime, depth, ladder: wanted, positions }, layer);
  const own = found.decisions.find(({ subject }) => subject === `hedge.${name}`);
  return { ...found, wanted: layer.wanted, own };
}
const verdictOf = ({ own }: ReturnType<typeof review>, rule: string) =>
  own?.reasons.find((reason) => reason.rule === rule)?.verdict;
/** The sample dated the session before the FOMC day of 2026-12-09 and its CPI of the 10th: purchases are banned. */
const banned: MarketReading = { ...market, executeOn: isoDate('2026-12-08') };

describe('a layer', () => {
  it('that holds nothing buys what it wants and says what would change that', () => {
    const { trade, wanted, own, layer } = review('L1');
    expect(wanted).toBeGreaterThan(3);
    expect(trade).toBe(wanted);
    expect(own?.kind).toBe('enter');
    expect(own?.wouldChange[0]).toBe(
      `a gap of at most 25 % between held and wanted would not trade; wanted is ${wanted} at D 1.00`,
    );
    expect(own?.proposal).toMatchObject({
      kind: 'hedge',
      trade,
      held: 0,
      strike: layer.option?.contract.strike,
    });
  });

  it('inside the band holds, with the band that would be left named', () => {
    const { wanted } = review('L1');
    const { own, trade } = review('L1', { positions: [position('L1', call(wanted, expirationOf('L1')))] });
    expect(trade).toBe(0);
    expect(own?.kind).toBe('hold');
    expect(own?.wouldChange[0]).toContain('a wider gap than 25 % between held and wanted would trade');
  });

  it('without anything to price it on stands aside and names why', () => {
    const { vvix: _, ...blind } = market;
    const { own, trade } = review('L2', { market: blind });
    expect(trade).toBe(0);
    expect(own?.kind).toBe('stand-aside');
    expect(own?.wouldChange[0]).toContain('R-H.priced');
    expect(own?.proposal).toBeUndefined();
  });
});

describe('a sale', () => {
  const old = addDays(expirationOf('L1'), 35); // the monthly after the one L1 would buy
  const far = position('L1', call(40, old, 24));

  it('is of the option held, never of the one that would be bought: that would be a naked short', () => {
    const { trade, layer, own } = review('L1', { positions: [far] });
    expect(trade).toBeLessThan(0);
    expect(layer.option?.contract).toEqual(far.legs[0]?.contract);
    expect(own?.kind).toBe('adjust');
    expect(own?.summary).toContain(`${old} 24C`);
  });

  it('sells from the nearest expiration, no more than that position holds', () => {
    const near = position('L1', call(2, expirationOf('L1')), 'near');
    const { trade, layer } = review('L1', { positions: [far, near] });
    expect(trade).toBe(-2);
    expect(layer.option?.contract.expiration).toBe(expirationOf('L1'));
  });

  it('of a call spread sells both legs of it', () => {
    const legs = [...call(40, old, 24), ...call(-40, old, 34)];
    const { layer, trade } = review('L1', { positions: [position('L1', legs)] });
    expect(layer.option?.short?.strike).toBe(34);
    expect(trade).toBeLessThan(0);
  });

  it('waits in STRESS: what is held is kept (3.4)', () => {
    const stressed = review('L1', { positions: [far], regime: 'STRESS' });
    expect(stressed.trade).toBe(0);
    expect(verdictOf(stressed, 'R-H1.keeps')).toBe('note');
    expect(stressed.own?.kind).toBe('hold');
  });
});

describe('a roll', () => {
  const due = (n: number, strike = 22) => position('L2', call(n, expirationOf('L1'), strike)); // 27 days, L2 rolls at 60

  it('sells what is due and buys the layer anew', () => {
    const { rolled, trade, wanted, decisions } = review('L2', { positions: [due(2)] });
    expect(rolled.map(({ id }) => id)).toEqual(['L2-held']);
    expect(trade).toBe(wanted);
    expect(decisions[0]).toMatchObject({ kind: 'exit', subject: 'position.L2-held' });
  });

  it('waits when nothing can be bought in its place', () => {
    const { vvix: _, ...blind } = market;
    expect(review('L2', { positions: [due(2)], market: blind }).rolled).toEqual([]);
    const waiting = review('L2', { positions: [due(2)], market: banned });
    expect(waiting.rolled).toEqual([]);
    expect(waiting.own?.reasons.find(({ rule }) => rule === 'R-H1.roll')?.observed).toMatch(/waits for FOMC/);
  });

  it('in STRESS buys with at most what it brought in (3.0(11))', () => {
    const { trade, wanted, own } = review('L2', { positions: [due(6)], regime: 'STRESS' });
    expect(trade).toBeGreaterThan(0);
    expect(trade).toBeLessThan(wanted);
    expect(own?.reasons.find(({ rule }) => rule === 'R-H1.proceeds-only')?.verdict).toBe('note');
    const worthless = review('L2', { positions: [due(1, 90)], regime: 'STRESS' });
    expect(worthless.trade).toBe(0);
    expect(verdictOf(worthless, 'R-H1.proceeds-only')).toBe('fail');
  });
});

describe('the purchase ban (R-H2)', () => {
  it('stops a purchase from the session before an event to its day', () => {
    const found = review('L2', { market: banned });
    expect(found.trade).toBe(0);
    expect(verdictOf(found, 'R-H2.no-purchase')).toBe('fail');
    expect(found.own?.kind).toBe('stand-aside');
  });

  it('lets the one-contract floor of L1 through: the hedge is never absent (3.0(10), 3.14)', () => {
    expect(review('L1', { market: banned }).trade).toBe(1);
    expect(review('L1', { regime: 'STRESS' }).trade).toBe(1);
    const held = position('L1', call(1, expirationOf('L1')));
    expect(review('L1', { market: banned, positions: [held] }).trade).toBe(0);
  });
});
