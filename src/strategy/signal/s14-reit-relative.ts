import { clip } from '../../quant/stats.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import { relativeReturn, showRelative } from './relative-return.ts';
import type { Reading } from './signal.ts';

/** Difference at which the reading is full. */
const FULL = 0.08;

/**
 * S14: do rate-sensitive shares keep up (C15)?  s = clip((r60(VNQ) - r60(SPY)) / 0.08, -1, 1).
 *
 * Input `r60VnqSpy`, decimal, also thickens the hedge at -5 % or less (3.6).
 */
export function reitRelative(context: SignalContext): Reading {
  const relative = relativeReturn(context, 'VNQ');
  if (!relative.ok) return absent('S14', context, relative.failure);
  const { spread, asOf } = relative.value;
  const evidence = showRelative('VNQ', relative.value);
  return present('S14', context, {
    value: clip(spread / FULL, -1, 1),
    evidence,
    inputs: { r60VnqSpy: spread },
    asOf,
  });
}
