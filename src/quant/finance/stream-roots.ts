import { brentRoot } from '../roots.ts';
import { firstTurn, type PaymentStream, paymentStream } from './payment-stream.ts';
import { type StreamValue, streamValue } from './stream-value.ts';

/**
 * Every growth rate x at which a stream is worth nothing, ascending:
 *
 *     f(x) = sum c_i e^{-x t_i} = 0
 *
 * Descartes' rule holds for real exponents and its proof finds the roots: with t_j the last time before a change of
 * sign, the derivative of e^{x t_j} f is again such a sum, of amounts c_i (t_j - t_i), with one change of sign less. Its
 * roots, found the same way, cut the axis into pieces on which e^{x t_j} f is monotone, and each piece has one root if the
 * signs at its ends differ and none otherwise. So no root is missed, whatever the times.
 *
 * A piece that touches zero at its end to within rounding has a double root there, reported once; two roots too close for
 * doubles to tell apart are reported as one.
 *
 * @see Jameson (2006), Counting zeros of generalised polynomials, Math. Gazette 90, 223-234 (Laguerre 1883)
 */
export function streamRoots(stream: PaymentStream): readonly number[] {
  const turn = firstTurn(stream);
  if (turn === undefined) return [];
  const turning = streamRoots(flattened(stream, turn));
  const roots: number[] = [];
  let left = lowEnd(stream);
  for (const x of turning) {
    const sign = signOf(streamValue(stream.amounts, stream.times, x));
    roots.push(...(sign === 0 ? [x] : rootsBetween(stream, left, { x, sign })));
    left = { x, sign };
  }
  roots.push(...rootsBetween(stream, left, highEnd(stream)));
  return roots;
}

/**
 * d/dx [e^{x t_j} f] over e^{x t_j}: payment j drops out, earlier ones keep their sign, later ones change it. Scaled to a
 * largest amount of 1, or flows that change sign a hundred times would overflow.
 */
function flattened({ amounts, times }: PaymentStream, j: number): PaymentStream {
  const middle = times[j] as number;
  const scaled = amounts.map((amount, i) => amount * (middle - (times[i] as number)));
  const largest = scaled.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0);
  return paymentStream(
    scaled.map((amount) => amount / largest),
    times,
  );
}

interface End {
  readonly x: number;
  readonly sign: -1 | 0 | 1;
}

const signOf = ({ value, noise }: StreamValue): -1 | 0 | 1 =>
  Math.abs(value) <= noise ? 0 : value > 0 ? 1 : -1;

/** ln(n |c_i| / |c|), by differences so that no product overflows. */
const logShare = (amounts: Float64Array, i: number, of: number): number =>
  Math.log(amounts.length) + Math.log(Math.abs(amounts[i] as number)) - Math.log(Math.abs(of));

/** From here on up the first payment outweighs all others together: |c_i| e^{-x t_i} <= |c_0| / n for each. */
function highEnd({ amounts, times }: PaymentStream): End {
  const first = amounts[0] as number;
  let x = 0;
  for (let i = 1; i < amounts.length; i++) {
    x = Math.max(x, logShare(amounts, i, first) / (times[i] as number));
  }
  return { x, sign: first > 0 ? 1 : -1 };
}

/** From here on down the last payment does. */
function lowEnd({ amounts, times }: PaymentStream): End {
  const last = amounts.length - 1;
  const final = amounts[last] as number;
  let x = 0;
  for (let i = 0; i < last; i++) {
    x = Math.min(x, -logShare(amounts, i, final) / ((times[last] as number) - (times[i] as number)));
  }
  return { x, sign: final > 0 ? 1 : -1 };
}

/** The root of a monotone piece, if its ends differ in sign; an end that touches zero has been counted. */
function rootsBetween(stream: PaymentStream, low: End, high: End): readonly number[] {
  if (low.sign * high.sign >= 0) return [];
  const root = brentRoot((x) => streamValue(stream.amounts, stream.times, x).value, low.x, high.x, {
    tolerance: 0,
  });
  return root.ok ? [polished(stream, root.value, low.x, high.x)] : [];
}

/** Two Newton steps take what rounding left of the bracketing; one that leaves the bracket is not taken. */
function polished(stream: PaymentStream, x: number, low: number, high: number): number {
  let best = x;
  for (let count = 0; count < 2; count++) {
    const { value, slope } = streamValue(stream.amounts, stream.times, best);
    const next = best - value / slope;
    if (!(next >= low && next <= high)) break;
    best = next;
  }
  return best;
}
