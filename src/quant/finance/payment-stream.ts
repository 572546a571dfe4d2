/** Flows in the order they fall due, netted: times ascend from 0, no two equal, no amount 0. */
export interface PaymentStream {
  readonly amounts: Float64Array;
  /** In the caller's unit: periods or days. */
  readonly times: Float64Array;
}

/**
 * Sorts flows by time, adds up those of one instant, and drops what nets to nothing. Neither changes any root, and
 * counting changes of sign needs both.
 */
export function paymentStream(flows: ArrayLike<number>, times?: ArrayLike<number>): PaymentStream {
  const timeOf = (i: number): number => (times === undefined ? i : (times[i] as number));
  const order = Array.from({ length: flows.length }, (_, i) => i).sort((a, b) => timeOf(a) - timeOf(b));
  const net: { time: number; amount: number }[] = [];
  for (const i of order) {
    const [time, amount] = [timeOf(i), flows[i] as number];
    const last = net.at(-1);
    if (last !== undefined && last.time === time) last.amount += amount;
    else net.push({ time, amount });
  }
  const kept = net.filter(({ amount }) => amount !== 0);
  const start = kept[0]?.time ?? 0;
  return {
    amounts: Float64Array.from(kept, ({ amount }) => amount),
    times: Float64Array.from(kept, ({ time }) => time - start),
  };
}

/** Index of the last payment before the first change of sign; undefined when all have one sign. */
export function firstTurn({ amounts }: PaymentStream): number | undefined {
  for (let i = 1; i < amounts.length; i++) {
    if ((amounts[i] as number) > 0 !== (amounts[i - 1] as number) > 0) return i - 1;
  }
  return undefined;
}
