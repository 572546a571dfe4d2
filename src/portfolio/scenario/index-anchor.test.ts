import { describe, expect, it } from 'vitest';
import { ABOVE, bareMarket, marketOf, option, quotedMarket } from '../../../test/fixtures/scenario-market.ts';
import { quoteAt } from '../../market/chain.ts';
import { indexExpiration } from '../../model/model-market.ts';
import { valueOfMove } from './leg-value.ts';
import type { QuotedMarket } from './quoted-market.ts';
import { unshockedMarket } from './shocked-market.ts';

const anchorFor = (quoted: QuotedMarket, ...terms: Parameters<typeof option>) =>
  marketOf(quoted).indexAnchor(option(...terms), terms[0] as 'SPXW');

describe('the anchor of an SPX option', () => {
  it('finds what the quotes are above the model, anywhere along the smile', () => {
    const { volRatio, forwardSource } = anchorFor(quotedMarket(), 'SPXW', '2026-12-18', 6600, 'put');
    expect([volRatio.source, forwardSource]).toEqual(['smile', 'parity']);
    // Quotes are a nickel either side; the fit stays within .4 of it, which is .1 vol points out here.
    for (const z of [-3, -2, -1, 0, 0.5, 1]) expect(volRatio.at(z)).toBeCloseTo(ABOVE.index(z), 2);
  });

  it('is worth today what is quoted, give or take the spread', () => {
    const quoted = quotedMarket();
    const market = marketOf(quoted);
    const view = quoted.surface.expirations.find(
      ({ chain }) => chain.root === 'SPXW' && chain.expiration === '2026-12-18',
    );
    for (const [strike, right] of [
      [6300, 'put'],
      [6600, 'put'],
      [7000, 'put'],
      [7000, 'call'],
      [7300, 'call'],
    ] as const) {
      const anchor = market.indexAnchor(option('SPXW', '2026-12-18', strike, right), 'SPXW');
      const value = valueOfMove(unshockedMarket(market), anchor)(0);
      const quote = view === undefined ? undefined : quoteAt(view.chain, strike, right);
      expect(value).toBeGreaterThanOrEqual(quote?.bid ?? Number.NaN);
      expect(value).toBeLessThanOrEqual(quote?.ask ?? Number.NaN);
    }
  });

  it('reads XSP off SPXW, and off SPX where there is no SPXW', () => {
    const quoted = quotedMarket();
    const xsp = anchorFor(quoted, 'XSP', '2026-12-18', 660, 'put');
    const spxw = anchorFor(quoted, 'SPXW', '2026-12-18', 6600, 'put');
    expect([xsp.strike, xsp.forward, xsp.years]).toEqual([spxw.strike, spxw.forward, spxw.years]);
    const { surface } = quoted;
    const amOnly = {
      ...quoted,
      surface: { ...surface, expirations: surface.expirations.filter(({ chain }) => chain.root === 'SPX') },
    };
    expect(anchorFor(amOnly, 'XSP', '2026-12-18', 660, 'put').forwardSource).toBe('parity');
  });

  it('takes the ratio of its own quote where there are too few for a smile', () => {
    const quoted = quotedMarket();
    const { surface } = quoted;
    const expirations = surface.expirations.map(({ smile: _smile, ...view }) => {
      const { chain } = view;
      const at = chain.strikes.indexOf(6600);
      const only = (column: Float64Array): Float64Array => column.map((x, i) => (i === at ? x : 0));
      const side = { bid: only(chain.put.bid), ask: only(chain.put.ask) };
      return { ...view, chain: { ...chain, put: side, call: side } };
    });
    const thin = { ...quoted, surface: { ...surface, expirations } };
    const { volRatio } = anchorFor(thin, 'SPXW', '2026-12-18', 6600, 'put');
    expect([volRatio.source, volRatio.at(2)]).toEqual(['quote', volRatio.at(-2)]);
    const { expiration, forward } = anchorFor(quoted, 'SPXW', '2026-12-18', 6600, 'put');
    const { smile } = indexExpiration(marketOf(quoted).today, 'SPXW', expiration);
    expect(volRatio.at(0)).toBeCloseTo(ABOVE.index(Math.log(6600 / forward) / smile.swapSd), 2);
    expect(anchorFor(thin, 'SPXW', '2026-12-18', 6500, 'put').volRatio.source).toBe('model');
  });

  it('is the model alone on an expiration without quotes, its forward from the neighbours', () => {
    const market = marketOf(quotedMarket());
    const anchor = market.indexAnchor(option('SPXW', '2026-12-11', 6600, 'put'), 'SPXW');
    expect([anchor.forwardSource, anchor.volRatio.source]).toEqual(['interpolated', 'model']);
    const before = market.indexAnchor(option('SPXW', '2026-12-04', 6600, 'put'), 'SPXW').forward;
    const after = market.indexAnchor(option('SPXW', '2026-12-18', 6600, 'put'), 'SPXW').forward;
    expect(anchor.forward).toBeGreaterThan(before);
    expect(anchor.forward).toBeLessThan(after);
    const bare = marketOf(bareMarket());
    const own = bare.indexAnchor(option('SPXW', '2026-12-11', 6600, 'put'), 'SPXW');
    expect(own.forward).toBeCloseTo(indexExpiration(bare.today, 'SPXW', own.expiration).forward, 9);
  });
});
