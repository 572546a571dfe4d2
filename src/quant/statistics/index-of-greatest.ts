/** Where the greatest value stands; the first of equals, 0 for an empty array. */
export function indexOfGreatest(values: Float64Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if ((values[k] as number) > (values[best] as number)) best = k;
  return best;
}
