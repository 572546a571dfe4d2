import { describe, expect, it } from 'vitest';
import { bareMarket, CARRY, quotedMarket, RATE, SPOT } from '../../../test/fixtures/scenario-market.ts';
import { forwardCurve } from './forward-curve.ts';

describe('the forward curve', () => {
  const quoted = quotedMarket();
  const curve = forwardCurve(quoted);

  it('goes through every parity forward', () => {
    for (const { expiry, forward } of quoted.surface.expirations)
      expect(curve.forwardAt(expiry)).toBeCloseTo(forward.forward, 9);
  });

  it('finds carry and rate the quotes were made with', () => {
    // Forwards come back from quotes to a nickel: .05 of 7,000 over a fifth of a year.
    expect(curve.carry).toBeCloseTo(CARRY, 4);
    expect(curve.rateAt(0.1)).toBeCloseTo(RATE, 3);
  });

  it('goes on by the carry beyond the last expiration and before the first', () => {
    expect(curve.forwardAt(1) / curve.forwardAt(0.5)).toBeCloseTo(Math.exp(0.5 * curve.carry), 12);
    expect(curve.forwardAt(0)).toBeCloseTo(SPOT, 0);
  });

  it('starts at SPX and grows by the rate where nothing is quoted', () => {
    const bare = forwardCurve(bareMarket());
    expect(bare.forwardAt(0.5)).toBeCloseTo(SPOT * Math.exp(RATE / 2), 9);
  });
});
