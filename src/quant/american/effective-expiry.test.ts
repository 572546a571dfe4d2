import { expect, it } from 'vitest';
import { american } from './american.ts';
import { logPerpetual } from './boundary-limits.ts';
import { effectiveExpiry } from './effective-expiry.ts';

it('is all of the time while drift leaves the option alive', () => {
  expect(effectiveExpiry({ r: 0.05, q: 0, sigma: 0.2, T: 3 })).toBe(3);
  expect(effectiveExpiry({ r: 0.02, q: 0.08, sigma: 0.01, T: 30 })).toBe(30); // drift into the money
});

it('is less once it does not, when the option is already worth what it would be for ever', () => {
  const put = { r: 0.06, q: 0.01, sigma: 0.03, T: 30 };
  expect(effectiveExpiry(put)).toBeLessThan(15);
  const edge = Math.exp(logPerpetual(put));
  for (const spot of [0.995, 1, 1.02]) {
    const perpetual = (1 - edge) * (spot / edge) ** (edge / (edge - 1)); // lambda = B / (B - 1)
    const premium = american({
      right: 'put',
      spot,
      strike: 1,
      vol: put.sigma,
      expiry: put.T,
      rate: put.r,
      yield: put.q,
      accuracy: 'precise',
    });
    expect(Math.abs(premium - perpetual)).toBeLessThan(5e-9); // N(-6) = 1e-9, and the grid's 1e-9 or so
  }
});
