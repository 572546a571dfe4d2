/** Maps a value to a place on paper. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly at: (x: number) => number;
}

export function scale(low: number, high: number, from: number, to: number): Scale {
  const range = high === low ? 1 : high - low;
  return { low, high, at: (x) => from + ((x - low) / range) * (to - from) };
}

/** A round step (1, 2, 2.5 or 5 times a power of ten) that gives at most `most` intervals. */
function roundStep(range: number, most: number): number {
  const raw = range / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const nice = [1, 2, 2.5, 5, 10].find((n) => n * power >= raw * (1 - 1e-9)) ?? 10;
  return nice * power;
}

/** Round numbers inside a range, about `most` of them. */
export function ticks(low: number, high: number, most: number): readonly number[] {
  if (!(high > low)) return [low];
  const step = roundStep(high - low, most);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A range with room on both sides; a flat one gets a little height. */
export function padded(
  values: readonly number[],
  share: number,
): { readonly low: number; readonly high: number } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = high > low ? (high - low) * share : Math.max(1e-6, Math.abs(high) * 0.05);
  return { low: low - room, high: high + room };
}
