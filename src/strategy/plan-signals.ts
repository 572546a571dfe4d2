import { z } from 'zod';
import { real, share } from './plan-field.ts';
import type { SignalGroup } from './signal/signal.ts';

const weight = () => real(0, 100);

/** Confluence (methodology 3.2). The section a weight stands in is the group the signal belongs to. */
export const signalsSchema = z.strictObject({
  minVolGroupShare: share(),
  vol: z.strictObject({
    S01: weight(),
    S02: weight(),
    S03: weight(),
    S04: weight(),
    S05: weight(),
    S06: weight(),
  }),
  breadth: z.strictObject({ S07: weight(), S08: weight() }),
  macro: z.strictObject({ S09: weight(), S10: weight(), S11: weight(), S12: weight() }),
  liquidity: z.strictObject({ S13: weight(), S16: weight() }),
  flows: z.strictObject({ S14: weight(), S15: weight() }),
  research: z.strictObject({ S17: real(0, 0) }),
});

export type SignalsPlan = z.infer<typeof signalsSchema>;

export interface SignalWeight {
  readonly id: string;
  readonly group: SignalGroup;
  readonly weight: number;
}

const GROUPS: readonly SignalGroup[] = ['vol', 'breadth', 'macro', 'liquidity', 'flows', 'research'];

/** Every signal's group and weight, in the order S01 ... S17. */
export function signalWeights(plan: { readonly signals: SignalsPlan }): readonly SignalWeight[] {
  return GROUPS.flatMap((group) =>
    Object.entries(plan.signals[group]).map(([id, weight]) => ({ id, group, weight })),
  ).sort((a, b) => (a.id < b.id ? -1 : 1));
}
