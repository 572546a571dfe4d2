import { describe, expect, it } from 'vitest';
import { bareMarket, marketOf, VIX, VIX3M } from '../../../test/fixtures/scenario-market.ts';
import { spotVariance } from '../../model/two-factor.ts';
import { modelResponse, respondingState } from './model-response.ts';

const market = marketOf(bareMarket());
const { state, model } = market.today;
const { kx, ky, rhoX, rhoY, eta } = model.parameters;
const WEEK = 5 / 252;

describe('the response of VIX to SPX', () => {
  it('tends to the closed form of a moment: sqrt(2k) rho sqrt(1 - eta) r / sqrt(v)', () => {
    const [r, h] = [-0.001, 1e-7];
    const moved = respondingState(market, r, h);
    const perReturn = Math.sqrt(1 - eta) / Math.sqrt(spotVariance(model.parameters, state.x + state.y));
    // kx h is 1e-6, and the variance hardly moves in 3 seconds.
    expect((moved.x - state.x) / r / (Math.sqrt(2 * kx) * rhoX * perReturn)).toBeCloseTo(1, 4);
    expect((moved.y - state.y) / r / (Math.sqrt(2 * ky) * rhoY * perReturn)).toBeCloseTo(1, 4);
  });

  it('is nothing where SPX does not move', () => {
    expect(modelResponse(market, 0, WEEK)).toEqual({ vix: VIX, vix3m: VIX3M });
  });

  it('rises as SPX falls, VIX more than VIX3M', () => {
    const moves = [-0.1, -0.05, -0.02, 0.02, 0.05].map((spx) => modelResponse(market, spx, WEEK));
    for (const [i, { vix }] of moves.entries()) expect(vix).toBeLessThan(moves[i - 1]?.vix ?? 1000);
    const fall = modelResponse(market, -0.05, WEEK);
    expect(fall.vix / VIX).toBeGreaterThan(fall.vix3m / VIX3M);
    expect(fall.vix3m).toBeGreaterThan(VIX3M);
  });

  it('fades with the time a move takes: the fast factor forgets', () => {
    const rises = [1, 5, 21, 63].map((sessions) => modelResponse(market, -0.05, sessions / 252).vix - VIX);
    expect([...rises].sort((a, b) => b - a)).toEqual(rises);
  });

  it('is of the size history has after a week from a VIX of 13 to 20, if milder', () => {
    // Median of -8 to -5 % over five sessions: +11.3 points; -5 to -3 %: +4.5.
    const rise = modelResponse(market, -0.037, WEEK).vix - VIX;
    expect(rise).toBeGreaterThan(2);
    expect(rise).toBeLessThan(6);
  });
});
