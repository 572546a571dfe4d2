import type { CashDividend } from './cash-dividend.ts';
import {
  exerciseNow,
  type GridPremium,
  type PriceGrid,
  premiumOnGrid,
  priceGrid,
  stepBack,
} from './price-grid.ts';

/** How the share carries its dividends: see `americanWithDividends`. */
export type DividendModel = 'spot' | 'escrowed';

export interface DividendProblem {
  readonly right: 'call' | 'put';
  readonly spot: number;
  readonly strike: number;
  readonly vol: number;
  readonly expiry: number;
  readonly rate: number;
  /** Before expiry, soonest first. */
  readonly dividends: readonly CashDividend[];
  readonly model: DividendModel;
}

/** What one grid says. */
export interface MarchAnswer {
  readonly now: GridPremium;
  /** ln of what the grid is spaced in, now. */
  readonly start: number;
  /** Spot at which exercise begins to pay on the eve of each ex-date, soonest first; undefined if nowhere. */
  readonly eves: readonly (number | undefined)[];
}

/** Standard deviations from spot and strike to the ends of the grid: N(-5.5) = 2e-8. */
const WIDTH = 5.5;
/** Between two ex-dates, however close, on the coarser grid. */
const LEAST_STEPS = 6;
/** Steps taken as two half-steps of backward Euler before Crank-Nicolson, which would keep a kink ringing. */
const SMOOTHING_STEPS = 2;

/**
 * Marches the premium from expiry to now on one grid.
 *
 * All money is discounted to now, so that between ex-dates the share X and the premium are martingales, the rate shows
 * only in the strike K e^{-r t}, and a low vol needs no special care. An ex-date takes D e^{-r t} off X (model spot) or
 * off what exercise adds to X (model escrowed). There are half as many time steps as spacings; between two dates they
 * grow from the later one like the square of their number, since there the premium has a kink and the boundary moves
 * like the square root of the time left.
 *
 * @param cells  spacings of the coarsest grid
 * @param times  how many times finer this one is, in space and in time
 * @see Rannacher (1984), Numerische Mathematik 43, 309-327, for the smoothing steps
 */
export function marchDividends(problem: DividendProblem, cells: number, times: number): MarchAnswer {
  const { spot, strike, vol, expiry, rate, dividends, model } = problem;
  const todays = dividends.map(({ time, amount }) => amount * Math.exp(-rate * time));
  const isEscrowed = model === 'escrowed';
  /** What is added to X to make the share, once the first `paid` dividends are. */
  const escrow = (paid: number): number => (isEscrowed ? sum(todays.slice(paid)) : 0);
  const start = Math.log(spot - escrow(0));
  const grid = gridAround(problem, start, cells * times);
  setExercise(grid, strike * Math.exp(-rate * expiry));
  grid.premiums.set(grid.exercise.map((pay) => Math.max(pay, 0)));
  const eves: (number | undefined)[] = [];
  let until = expiry;
  for (let paid = dividends.length; paid >= 0; paid--) {
    const from = paid === 0 ? 0 : (dividends[paid - 1] as CashDividend).time;
    const share = (until - from) / expiry;
    const count = times * Math.max(LEAST_STEPS, Math.round((share * cells) / 2));
    for (let j = 0; j < count; j++) {
      const isSmoothing = j < SMOOTHING_STEPS;
      const parts = isSmoothing ? 2 : 1;
      const years = ((until - from) * (2 * j + 1)) / (count * count);
      const left = (until - from) * (j / count) ** 2;
      for (let part = 1; part <= parts; part++) {
        const time = until - left - (years * part) / parts;
        setExercise(grid, strike * Math.exp(-rate * time) - escrow(paid));
        stepBack(grid, (vol * vol * years) / parts, isSmoothing ? 1 : 0.5);
      }
    }
    until = from;
    if (paid === 0) break;
    if (!isEscrowed) goCumDividend(grid, todays[paid - 1] as number);
    setExercise(grid, strike * Math.exp(-rate * from) - escrow(paid - 1));
    const level = exerciseNow(grid);
    eves.unshift(level === undefined ? undefined : (level + escrow(paid - 1)) * Math.exp(rate * from));
  }
  return { now: premiumOnGrid(grid, start), start, eves };
}

/** Points with one at the discounted strike, where the payoff bends, reaching past it, the strike and the share. */
function gridAround(problem: DividendProblem, start: number, cells: number): PriceGrid {
  const { right, strike, vol, expiry, rate } = problem;
  const bend = Math.log(strike) - rate * expiry;
  const reach = WIDTH * vol * Math.sqrt(expiry);
  const low = Math.min(start, bend, bend + rate * expiry) - reach;
  const high = Math.max(start, bend, bend + rate * expiry) + reach;
  const spacing = (high - low) / cells;
  const below = Math.ceil((bend - low) / spacing);
  return priceGrid(bend - below * spacing, spacing, cells + 2, right === 'call' ? 1 : -1);
}

/** Exercise receives X for `price`, or the reverse. */
function setExercise({ levels, exercise, sign }: PriceGrid, price: number): void {
  for (let i = 0; i < levels.length; i++) exercise[i] = sign * ((levels[i] as number) - price);
}

/** From the premium just after X dropped by `dividend`, to no less than 0, to that just before. */
function goCumDividend(grid: PriceGrid, dividend: number): void {
  const { levels, premiums } = grid;
  const first = levels[0] as number;
  const slope = ((premiums[1] as number) - (premiums[0] as number)) / ((levels[1] as number) - first);
  const before = levels.map((level) => {
    const after = Math.max(level - dividend, 0);
    return after > first
      ? premiumOnGrid(grid, Math.log(after)).value
      : (premiums[0] as number) + slope * (after - first);
  });
  premiums.set(before);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
