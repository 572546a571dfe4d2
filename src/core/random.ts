/** Uniform numbers in [0, 1); the same seed gives the same sequence on every machine. */
export type Random = () => number;

/** A 32-bit hash of (seed, counter): murmur3's finaliser over a Weyl sequence, so draw n needs no draw before it. */
function mixed(seed: number, counter: number): number {
  let h = (seed ^ Math.imul(counter + 1, 0x9e3779b9)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function seededRandom(seed: number): Random {
  let counter = 0;
  return () => {
    const value = mixed(seed, counter) / 2 ** 32;
    counter += 1;
    return value;
  };
}

/** A standard normal draw (Box and Muller 1958); uses two uniforms. */
export function normalDraw(random: Random): number {
  const u = 1 - random();
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random());
}
