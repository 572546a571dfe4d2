import { requireFinite } from '../../core/errors.ts';
import type { IsoDate } from '../../core/units.ts';
import { clip } from '../../quant/stats.ts';
import type { SignalContext } from './context.ts';
import type { AbsentSignal, Direction, Signal } from './signal.ts';
import { signalSpec } from './signal-spec.ts';

/** Tag of a reading that is shown and never counted: its weight goes to the others of its group. */
const NOT_SCORED = 'not-scored';

/** What a signal found, before its name and weight are put beside it. */
interface Finding {
  readonly value: number;
  readonly evidence: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly asOf: IsoDate;
  readonly tags?: readonly string[];
}

const directionOf = (value: number): Direction => (value > 0 ? 'benign' : value < 0 ? 'adverse' : 'neutral');

const identity = (id: string, { weights }: SignalContext): Omit<AbsentSignal, 'absent'> => {
  const { name, concept, group, weight } = signalSpec(id);
  return { id, name, concept, group, weight: weights?.[id] ?? weight };
};

/** A reading with its value clipped to [-1, +1] and its direction read off the sign. */
export function present(id: string, context: SignalContext, finding: Finding): Signal {
  for (const [key, number] of Object.entries(finding.inputs)) requireFinite(`${id}.${key}`, number);
  requireFinite(id, finding.value);
  const value = clip(finding.value, -1, 1) + 0; // + 0 turns -0 into 0, so that equal sheets have equal bytes
  const tags = [...new Set(finding.tags ?? [])];
  return { ...identity(id, context), ...finding, value, direction: directionOf(value), tags };
}

export const absent = (id: string, context: SignalContext, reason: string): AbsentSignal => ({
  ...identity(id, context),
  absent: reason,
});

/**
 * The same reading, shown but taken out of the score. For S09 and S12 on series known only as their latest vintage:
 * both turn on the last digits of one print, which is what a revision changes, so the past would be judged with
 * knowledge nobody had (methodology 3.2). Ranks over years (S08, S11) hardly move with a revision and stay counted.
 */
export const shownOnly = (signal: Signal): Signal => ({
  ...signal,
  evidence: `${signal.evidence}; latest vintage, not what was first printed: shown, not counted`,
  tags: [...signal.tags.filter((tag) => tag !== 'revised'), 'revised', NOT_SCORED],
});

/** True when a signal is evidence and not merely shown. */
export const isCounted = (signal: Signal): boolean => !signal.tags.includes(NOT_SCORED);
