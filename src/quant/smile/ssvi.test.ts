import fc from 'fast-check';
import { expect, it } from 'vitest';
import { butterflyRoom, calendarRoom } from './essvi.ts';
import { mostEta, ssviSlice } from './ssvi.ts';

const anyParams = fc
  .tuple(
    fc.double({ min: -0.99, max: 0.99, noNaN: true }),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
    fc.double({ min: 0.01, max: 0.5, noNaN: true }),
  )
  .map(([rho, share, gamma]) => ({ rho, eta: share * mostEta(rho), gamma }));
const anyTheta = fc.double({ min: -14, max: 4, noNaN: true }).map(Math.exp);

it('follows the power law', () => {
  // theta 0.01, phi = 1.2/(0.01^0.4 1.01^0.6): psi = 0.01 phi, mpmath
  expect(ssviSlice({ rho: -0.6, eta: 1.2, gamma: 0.4 }, 0.01).psi).toBeCloseTo(0.0752641951474037, 12);
});

it('has no butterfly arbitrage at any theta up to the greatest eta', () => {
  fc.assert(
    fc.property(anyParams, anyTheta, (params, theta) => {
      expect(butterflyRoom(ssviSlice(params, theta))).toBeGreaterThan(-1e-14);
    }),
  );
});

it('never falls as theta rises', () => {
  fc.assert(
    fc.property(anyParams, anyTheta, anyTheta, (params, one, other) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      expect(calendarRoom(ssviSlice(params, low), ssviSlice(params, high))).toBeGreaterThan(-1e-12);
    }),
  );
});

it.each([
  ['theta', { rho: 0, eta: 1, gamma: 0.5 }, 0],
  ['rho', { rho: 1, eta: 1, gamma: 0.5 }, 0.1],
  ['eta', { rho: 0.5, eta: 1.7, gamma: 0.5 }, 0.1],
  ['gamma', { rho: 0, eta: 1, gamma: 0.6 }, 0.1],
])('refuses a bad %s', (param, params, theta) => {
  expect(() => ssviSlice(params, theta)).toThrow(param);
});
