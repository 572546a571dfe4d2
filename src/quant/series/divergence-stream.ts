import { PreconditionError } from '../../core/errors.ts';
import {
  type Divergence,
  type DivergenceRule,
  divergenceConfirmedAt,
  requireRule,
  shifted,
} from './divergence.ts';
import { type RingState, ring } from './ring.ts';
import { requireValue } from './series-input.ts';
import { requireCount, type Stream } from './stream.ts';

/** One bar: the price, and the oscillator where it exists already. */
export interface PriceWithOscillator {
  readonly price: number;
  readonly oscillator: number | undefined;
}

export interface DivergenceState {
  /** Bars taken in, those without an oscillator among them. */
  readonly seen: number;
  readonly price: RingState;
  readonly oscillator: RingState;
}

/**
 * `divergences` one bar at a time: the divergence which that bar confirms.
 *
 * @throws PreconditionError likewise, if an oscillator that has begun is missing, or on a state of another
 *   reach (farthest + 2 confirmation)
 */
export function divergenceStream(
  rule: DivergenceRule,
  state?: DivergenceState,
): Stream<PriceWithOscillator, Divergence, DivergenceState> {
  requireRule(rule);
  const reach = rule.farthest + 2 * rule.confirmation + 1;
  const prices = ring(reach, state?.price);
  const oscillators = ring(reach, state?.oscillator);
  let seen = state?.seen ?? 0;
  requireCount('state.seen', seen);
  return {
    next({ price, oscillator }) {
      requireValue('price', price);
      if (oscillator !== undefined) requireValue('oscillator', oscillator);
      else if (oscillators.seen() > 0)
        throw new PreconditionError('oscillator', 'must go on once it has begun', oscillator);
      seen += 1;
      if (oscillator === undefined) return undefined;
      prices.push(price);
      oscillators.push(oscillator);
      const columns = { price: prices.oldestFirst(), oscillator: oscillators.oldestFirst() };
      const held = columns.price.length;
      const found = divergenceConfirmedAt(columns, held - 1, rule);
      return found === undefined ? undefined : shifted(found, seen - held);
    },
    snapshot: () => ({ seen, price: prices.snapshot(), oscillator: oscillators.snapshot() }),
  };
}
