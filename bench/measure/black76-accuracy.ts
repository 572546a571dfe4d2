import { type Black76Inputs, black76 } from '../../src/quant/black76.ts';
import { black76Greeks } from '../../src/quant/greeks.ts';
import {
  type ErrorAt,
  numberIn,
  readVectors,
  relativeError,
  type VectorRow,
  type Worst,
  worstOf,
} from './vectors.ts';

/** A reference row: the option in forward form, and a derivative of the row's own kind from ours. */
interface Case {
  readonly row: VectorRow;
  readonly inputs: Black76Inputs;
  readonly at: string;
  readonly computed: () => Readonly<Record<string, number>>;
}

const nameOf = (row: VectorRow): string => Object.values(row).slice(0, 7).join(' ');
const rightOf = (row: VectorRow): 'call' | 'put' => (row['type'] === 'C' ? 'call' : 'put');

function forwardCase(row: VectorRow): Case {
  const expiry = numberIn(row, 'T');
  const inputs: Black76Inputs = {
    right: rightOf(row),
    forward: numberIn(row, 'F'),
    strike: numberIn(row, 'K'),
    vol: numberIn(row, 'sigma'),
    expiry,
    discount: Math.exp(-numberIn(row, 'r') * expiry),
  };
  return { row, inputs, at: `black76_greeks ${nameOf(row)}`, computed: () => ({ ...black76Greeks(inputs) }) };
}

/** Black-Scholes with a rate and a yield, S e^{(r-q)T} for the forward; Greeks by the chain rule. */
function spotCase(row: VectorRow): Case {
  const expiry = numberIn(row, 'T');
  const r = numberIn(row, 'r');
  const carry = r - numberIn(row, 'q');
  const growth = Math.exp(carry * expiry);
  const forward = numberIn(row, 'S') * growth;
  const inputs: Black76Inputs = {
    right: rightOf(row),
    forward,
    strike: numberIn(row, 'K'),
    vol: numberIn(row, 'sigma'),
    expiry,
    discount: Math.exp(-r * expiry),
  };
  const computed = (): Readonly<Record<string, number>> => {
    const { premium, delta, gamma, vega, theta, rho } = black76Greeks(inputs);
    return {
      premium,
      delta: delta * growth,
      gamma: gamma * growth * growth,
      vega,
      theta: theta - carry * forward * delta,
      rho: rho + expiry * forward * delta,
    };
  };
  return { row, inputs, at: `bs_greeks ${nameOf(row)}`, computed };
}

const cases = (root: string): readonly Case[] => [
  ...readVectors(root, 'vectors', 'black76_greeks.csv').map(forwardCase),
  ...readVectors(root, 'vectors', 'bs_greeks.csv').map(spotCase),
];

/** Worst |premium - reference| / max(F, K) over every reference option, one minute to ten years. */
export const black76PriceError = (root: string): Worst =>
  worstOf(
    cases(root).map(({ row, inputs, at }) => ({
      error: Math.abs(black76(inputs) - numberIn(row, 'price')) / Math.max(inputs.forward, inputs.strike),
      at,
    })),
  );

const GREEKS = ['delta', 'gamma', 'vega', 'theta', 'rho', 'vanna', 'volga', 'charm'] as const;
/** The target speaks of Greeks above this size and of options with a day or more to go (1/365, as the tables round it). */
const LEAST_GREEK = 1e-6;
const ONE_DAY = 1 / 365 - 1e-12;

/** Worst relative error of any Greek above 1e-6 of any reference option with at least a day to expiry. */
export const black76GreeksError = (root: string): Worst =>
  worstOf(
    cases(root)
      .filter(({ inputs }) => inputs.expiry >= ONE_DAY)
      .flatMap(greekErrors),
  );

function greekErrors({ row, at, computed }: Case): readonly ErrorAt[] {
  const ours = computed();
  return GREEKS.filter((name) => name in ours && Math.abs(numberIn(row, name)) > LEAST_GREEK).map((name) => ({
    error: relativeError(ours[name] ?? Number.NaN, numberIn(row, name)),
    at: `${name} of ${at}`,
  }));
}
