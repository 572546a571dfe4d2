/** Simpson's rule on an even grid: the independent route by which closed forms are checked. */
export function simpson(f: (x: number) => number, low: number, high: number, intervals = 2000): number {
  const h = (high - low) / intervals;
  let sum = f(low) + f(high);
  for (let i = 1; i < intervals; i++) sum += (i % 2 === 1 ? 4 : 2) * f(low + i * h);
  return (sum * h) / 3;
}
