import type { ExponentialCurve } from './forward-variance.ts';
import type { OneFactorQuintic, TwoFactorQuintic } from './quintic-model.ts';

/** A parameter set as printed, and where. */
export interface Published<Parameters> {
  readonly parameters: Parameters;
  /** The day whose market it was fitted to; absent where it was set by hand. */
  readonly fittedTo?: string;
  readonly source: string;
}

/** The one-factor paper keeps the time scale fixed at a week. */
const EPS = 1 / 52;
const ONE_FACTOR = 'Abi Jaber, Illand, Li (2023), arXiv 2212.10917v2';
const TWO_FACTOR = 'Abi Jaber, Li (2025), arXiv 2503.14158v1';

/**
 * SPX and VIX smiles together, to about three months. Fitted with a forward variance curve that is printed only as a figure.
 *
 * The paper's fourth set, with an H that moves in time, is left out: it is another model, and its kappa is 1.2 in the text
 * but 11.99 in the authors' notebook.
 */
export const ONE_FACTOR_JOINT: Published<OneFactorQuintic> = {
  parameters: { a0: 0.5907, a1: 1, a3: 0.2893, a5: 0.0549, rho: -0.6843, H: -0.0358, eps: EPS },
  fittedTo: '2017-10-23',
  source: `${ONE_FACTOR}, section 5, with figure 1`,
};

/** SPX options of 9 and 30 days, VIX options of 9 days, with the curve beside it. */
export const ONE_FACTOR_SHORT: Published<OneFactorQuintic> = {
  parameters: { a0: 0.8169, a1: 0.274, a3: 0.1717, a5: 0.0036, rho: -0.7316, H: -0.1382, eps: EPS },
  fittedTo: '2017-10-23',
  source: `${ONE_FACTOR}, section 5, with figure 3`,
};
export const ONE_FACTOR_SHORT_CURVE: Published<ExponentialCurve> = {
  parameters: { a: 0.0084, b: 2.0436, c: 0.0441 },
  fittedTo: '2017-10-23',
  source: `${ONE_FACTOR}, section 5, with figure 3`,
};

/** SPX options of 53 and 88 days, VIX options of 58 days, with the curve beside it. */
export const ONE_FACTOR_MEDIUM: Published<OneFactorQuintic> = {
  parameters: { a0: 0.7558, a1: 1, a3: 0.0885, a5: 0.4421, rho: -0.7001, H: 0.141, eps: EPS },
  fittedTo: '2017-10-23',
  source: `${ONE_FACTOR}, section 5, with figure 4`,
};
export const ONE_FACTOR_MEDIUM_CURVE: Published<ExponentialCurve> = {
  parameters: { a: 0.012, b: 2.027, c: 0.033 },
  fittedTo: '2017-10-23',
  source: `${ONE_FACTOR}, section 5, with figure 4`,
};

/** Term structures of SPX at-the-money vol, skew and skew stickiness; the set of the paper's figure 1, there with xi_0 = 0.03. */
export const TWO_FACTOR_TERM_STRUCTURE: Published<TwoFactorQuintic> = {
  parameters: {
    lambdaX: 33.754,
    lambdaY: 2.027,
    theta: 0.678,
    rho: -0.588,
    alpha: [0.0025, 0.009, -0.0594, -0.0328, 0.3239, 1],
  },
  fittedTo: '2024-05-06',
  source: `${TWO_FACTOR}, section 3.1`,
};

/** SPX and VIX smiles from a week to two years. */
export const TWO_FACTOR_JOINT: Published<TwoFactorQuintic> = {
  parameters: {
    lambdaX: 31.8,
    lambdaY: 0.659,
    theta: 0.964,
    rho: -0.765,
    alpha: [0.0004, 0.0046, 0, 0.0096, 0, 1],
  },
  fittedTo: '2017-10-23',
  source: `${TWO_FACTOR}, section 3.2`,
};

/** The same, with skew stickiness kept between 0.9 and 2. */
export const TWO_FACTOR_JOINT_STICKY: Published<TwoFactorQuintic> = {
  parameters: {
    lambdaX: 35.2,
    lambdaY: 0.623,
    theta: 0.94,
    rho: -0.769,
    alpha: [0.0004, 0.0038, 0.0004, 0.0085, 0.0005, 1],
  },
  fittedTo: '2017-10-23',
  source: `${TWO_FACTOR}, section 3.3`,
};

/** The previous set changed by hand towards the stylised facts of SPX. */
export const TWO_FACTOR_STYLISED: Published<TwoFactorQuintic> = {
  parameters: {
    lambdaX: 35.2,
    lambdaY: 0.623,
    theta: 0.86,
    rho: -0.7,
    alpha: [0.0509, 0.4475, 0.0504, 0.9981, 0.059, 1],
  },
  source: `${TWO_FACTOR}, section 4`,
};
