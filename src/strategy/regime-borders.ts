import type { RegimeBorder, RegimeLabel } from './regime-types.ts';
import type { TradingPlan } from './trading-plan.ts';

/** Borders, buffers and durations of the regime map, as a plan states them. */
export type RegimeBorders = Omit<TradingPlan['regime'], 'rules'>;

/** Methodology 3.4 with resolution 4 of 3.0: both shipped plans hold these numbers. */
export const METHOD_BORDERS: RegimeBorders = {
  stress: { vix: 25, vixToVix3m: 1.05, contango: -0.03, spxMove: -0.05, spxMoveSessions: 5 },
  elevated: { vix: 20, vixToVix3m: 1 },
  calm: { vix: 15, contango: 0 },
  recovery: {
    stressWithinSessions: 20,
    vixShareOfMax: 0.75,
    vixMaxSessions: 20,
    vixToVix3m: 0.95,
    closes: 3,
    maxSessions: 20,
  },
  exit: { closes: 2, ratioBuffer: 0.05, contango: -0.0285, spxMove: -0.0475 },
};

/** What one close says; a number that is not known crosses no border. */
export interface RegimeInputs {
  readonly vix?: number;
  /** VIX / VIX3M of the last closes, oldest first. */
  readonly ratios: readonly number[];
  /** CM60 / CM30 - 1, or its proxy; decimal. */
  readonly c1?: number;
  /** Return of SPX over the plan's window (5 sessions), decimal. */
  readonly spxMove?: number;
  /** Highest VIX close of the plan's window (20 sessions), today's included. */
  readonly vixMax?: number;
}

/** A border row, or nothing when the number is not known. */
function border(
  rule: string,
  observed: number | undefined,
  limit: number,
  crossed: (x: number, limit: number) => boolean,
): readonly RegimeBorder[] {
  return observed === undefined ? [] : [{ rule, observed, border: limit, crossed: crossed(observed, limit) }];
}

const atOrAbove = (x: number, limit: number): boolean => x >= limit;
const atOrBelow = (x: number, limit: number): boolean => x <= limit;
const under = (x: number, limit: number): boolean => x < limit;

const stressRows = (
  { vix, ratios, c1, spxMove }: RegimeInputs,
  at: {
    readonly vix: number;
    readonly vixToVix3m: number;
    readonly contango: number;
    readonly spxMove: number;
  },
  prefix: string,
): readonly RegimeBorder[] => [
  ...border(`${prefix}.vix`, vix, at.vix, atOrAbove),
  ...border(`${prefix}.vix-to-vix3m`, ratios.at(-1), at.vixToVix3m, atOrAbove),
  ...border(`${prefix}.c1`, c1, at.contango, atOrBelow),
  ...border(`${prefix}.spx-move`, spxMove, at.spxMove, atOrBelow),
];

/** STRESS when any is crossed. */
export const stressBorders = (inputs: RegimeInputs, { stress }: RegimeBorders): readonly RegimeBorder[] =>
  stressRows(inputs, stress, 'STRESS');

/** ELEVATED when any is crossed. */
export const elevatedBorders = (
  { vix, ratios }: RegimeInputs,
  { elevated }: RegimeBorders,
): readonly RegimeBorder[] => [
  ...border('ELEVATED.vix', vix, elevated.vix, atOrAbove),
  ...border('ELEVATED.vix-to-vix3m', ratios.at(-1), elevated.vixToVix3m, atOrAbove),
];

/** CALM when both are crossed; without c1 there is no second row, and no calm. */
export const calmBorders = ({ vix, c1 }: RegimeInputs, { calm }: RegimeBorders): readonly RegimeBorder[] => [
  ...border('CALM.vix', vix, calm.vix, under),
  ...border('CALM.c1', c1, calm.contango, (x, limit) => x > limit),
];

/** RECOVERY, where STRESS lies far enough behind, when both are crossed. */
export function recoveryBorders(inputs: RegimeInputs, { recovery }: RegimeBorders): readonly RegimeBorder[] {
  const { vix, vixMax, ratios } = inputs;
  const share = vix === undefined || vixMax === undefined || vixMax <= 0 ? undefined : vix / vixMax;
  const recent = ratios.slice(-recovery.closes);
  const worst = recent.length < recovery.closes ? undefined : Math.max(...recent);
  return [
    ...border('RECOVERY.vix-share-of-max', share, recovery.vixShareOfMax, atOrBelow),
    ...border('RECOVERY.vix-to-vix3m', worst, recovery.vixToVix3m, under),
  ];
}

/**
 * The borders that keep a label in force: any one crossed, and it is not left. They lie a buffer beyond those that
 * bring it in (x 0.95 for VIX and its ratio, a stated number for c1 and the move of SPX, none at c1 = 0).
 */
export function exitBorders(
  label: RegimeLabel,
  inputs: RegimeInputs,
  { stress, elevated, calm, exit }: RegimeBorders,
): readonly RegimeBorder[] {
  const keep = 1 - exit.ratioBuffer;
  const { vix, ratios, c1 } = inputs;
  switch (label) {
    case 'STRESS': {
      const at = { vix: keep * stress.vix, vixToVix3m: keep * stress.vixToVix3m };
      return stressRows(inputs, { ...at, contango: exit.contango, spxMove: exit.spxMove }, 'STRESS.exit');
    }
    case 'ELEVATED':
      return [
        ...border('ELEVATED.exit.vix', vix, keep * elevated.vix, atOrAbove),
        ...border('ELEVATED.exit.vix-to-vix3m', ratios.at(-1), keep * elevated.vixToVix3m, atOrAbove),
      ];
    case 'NORMAL':
      return [
        ...border('NORMAL.exit.vix', vix, keep * calm.vix, atOrAbove),
        ...border('NORMAL.exit.c1', c1, calm.contango, atOrBelow),
      ];
    case 'CALM':
    case 'RECOVERY':
      return [];
  }
}
