import { clip } from '../../quant/stats.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import { relativeReturn, showRelative } from './relative-return.ts';
import type { Reading } from './signal.ts';

/** Difference at which the reading is full. */
const FULL = 0.08;

/**
 * S15: is risk appetite running hot (C15, resolution 15: SPHB only, from 2011)?
 * s = -clip((r60(SPHB) - r60(SPY)) / 0.08, -1, 1): a subdued high-beta sleeve is benign.
 *
 * Input `r60SphbSpy`, decimal, also thickens the hedge at -5 % or less and gates the Second Engine at +3 % (3.6, 3.7).
 */
export function highBetaRelative(context: SignalContext): Reading {
  const relative = relativeReturn(context, 'SPHB');
  if (!relative.ok) return absent('S15', context, relative.failure);
  const { spread, asOf } = relative.value;
  const evidence = showRelative('SPHB', relative.value);
  return present('S15', context, {
    value: -clip(spread / FULL, -1, 1),
    evidence,
    inputs: { r60SphbSpy: spread },
    asOf,
  });
}
