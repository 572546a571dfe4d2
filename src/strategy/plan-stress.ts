import { z } from 'zod';
import { real, share, whole } from './plan-field.ts';

const points = () => real(-100, 200);

/** One joint shock applied to the whole book. */
const scenario = z.strictObject({
  label: z.string().min(1).max(60),
  /** Relative move of the index, decimal. */
  spx: real(-0.9, 0.9),
  /** Points added to spot VIX. */
  vix: points(),
  /** Points added to VX futures at the tenors of `vxTenors`. */
  vx: z.tuple([points(), points(), points()]),
  /** Calendar days that pass; 0 is at once. */
  days: whole(0, 365),
});

/** The stress table (methodology 3.6 as amended by E12). */
export const stressSchema = z.strictObject({
  /** Days to settlement the `vx` numbers belong to; linear between, flat outside. */
  vxTenors: z.tuple([whole(1, 1000), whole(1, 1000), whole(1, 1000)]),
  /** dVX / dVIX at those tenors, for moves outside the table. */
  vxBetas: z.tuple([real(0, 2), real(0, 2), real(0, 2)]),
  S1: scenario,
  S2: scenario,
  S3: scenario,
  S4: scenario,
  S5: scenario,
  /** How a VIX shock reaches SPX vols of other tenors: x (30 / days)^power, at most `maxFactor`. */
  smileShift: z.strictObject({ power: real(0, 2), maxFactor: real(0.1, 10) }),
  /** The scenario that sizes core and hedge. */
  sizing: z.enum(['S1', 'S2', 'S3', 'S4', 'S5']),
});

const approval = z.strictObject({ signatures: whole(0, 10), hours: whole(0, 10_000) });

/** Budgets and bounds: profile caps (3.3), hard bounds and approvals (3.9). */
export const riskSchema = z.strictObject({
  /** Basis points of NAV per day: lower end shown as a target, upper end a cap (E4). */
  theta: z.strictObject({ target: real(0, 1000), cap: real(0, 1000) }),
  /** Share of NAV per vol point, as a loss: 0.0015 allows -0.15 %. */
  maxVegaLoss: share(0, 0.1),
  /** Share of NAV lost in a one-day move of `gammaMove` standard deviations. */
  maxGammaLoss: share(0, 0.5),
  gammaMove: real(0, 10),
  /** Fall from the NAV high. */
  drawdown: z.strictObject({ halveAt: share(), stopAt: share(), halfSize: share() }),
  hard: z.strictObject({
    maxLossPerTrade: share(),
    maxCoreLoss: share(),
    maxMargin: share(),
    maxHedgeCost: share(),
    minDepth: real(0, 5),
    maxDepth: real(0, 5),
    minK: real(0, 5),
    maxK: real(0, 5),
    maxLambda: real(1, 5),
  }),
  approvals: z.strictObject({
    keys: whole(1, 20),
    coreLoss: approval,
    trade: approval,
    lambda: approval,
    depth: approval,
    k: approval,
    hedgeCost: approval,
    margin: approval,
    planChange: approval,
    planChangePaperSessions: whole(0, 1000),
    profileSwitch: approval,
    pause: approval,
    resume: approval,
  }),
});
