import { type Breadth, breadthOf } from './breadth.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import type { Reading } from './signal.ts';

function scored({ diverges, confirmed, slope }: Breadth): readonly [number, string] {
  if (diverges)
    return [-1, 'the index stands near its high without the line, three closes running: few stocks carry it'];
  if (confirmed) return [1, 'index and line made their 60-day highs together'];
  if (slope === 0) return [0, 'the line is flat over 20 days'];
  return slope > 0 ? [0.5, 'the line rises over 20 days'] : [-0.5, 'the line falls over 20 days'];
}

/**
 * S07: does the market's breadth confirm the index (C08)?
 *
 *     -1    SPX within 1 % of its 60-day high while the A/D line is >= 1 sd below its own, for 3 closes
 *     +1    both made their 60-day high within 3 closes
 *     else  0.5 x sign of the 20-day least-squares slope of the line
 *
 * Highs are of closes. Input `adDivergence` is 1 on a divergence, else 0: it thickens the hedge (R-T1, 3.6).
 */
export function breadthDivergence(context: SignalContext): Reading {
  const breadth = breadthOf(context);
  if (!breadth.ok) return absent('S07', context, breadth.failure);
  const { indexBelowHigh, lineBelowHigh, slope, diverges, asOf } = breadth.value;
  const [value, words] = scored(breadth.value);
  const evidence = `SPX ${(100 * indexBelowHigh).toFixed(1)} % and A/D line ${lineBelowHigh.toFixed(1)} sd below their 60-day highs: ${words}`;
  const inputs = { adDivergence: diverges ? 1 : 0, indexBelowHigh, lineBelowHigh, slope };
  return present('S07', context, { value, evidence, inputs, asOf });
}
