import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decayMatrix, type Matrix2 } from './matrix-exponential.ts';

const times = (a: Matrix2, b: Matrix2): Matrix2 => ({
  xx: a.xx * b.xx + a.xy * b.yx,
  xy: a.xx * b.xy + a.xy * b.yy,
  yx: a.yx * b.xx + a.yy * b.yx,
  yy: a.yx * b.xy + a.yy * b.yy,
});

function expectSame(a: Matrix2, b: Matrix2, within: number): void {
  for (const place of ['xx', 'xy', 'yx', 'yy'] as const)
    expect(Math.abs(a[place] - b[place])).toBeLessThan(within);
}

describe('decayMatrix', () => {
  // mpmath at 40 digits, expm(-A t, method='taylor')
  const known: readonly (readonly [Matrix2, number, Matrix2])[] = [
    [
      { xx: 15, xy: 0, yx: -0.5, yy: 0.9 },
      0.25,
      { xx: 0.023517745856009107, xy: 0, yx: 0.02748221535118326, yy: 0.798516218759377 },
    ],
    // complex eigenvalues
    [
      { xx: 2, xy: 3, yx: -4, yy: 1 },
      0.3,
      { xx: 0.2495093403388602, xy: -0.4779368519528522, yx: 0.6372491359371362, yy: 0.4088216243231444 },
    ],
    // a double eigenvalue
    [
      { xx: 2, xy: 1, yx: -0.25, yy: 1 },
      0.5,
      { xx: 0.35427491455576104, xy: -0.23618327637050734, yx: 0.05904581909262683, yy: 0.5904581909262684 },
    ],
  ];

  it.each(known)('is the exponential of %o over %s', (a, t, expected) => {
    expectSame(decayMatrix(a, t), expected, 2e-15); // a few roundings of numbers below 1
  });

  it('is two decays where the factors are apart', () => {
    const decay = decayMatrix({ xx: 13.3, xy: 0, yx: 0, yy: 1.13 }, 0.01);
    expect(decay).toEqual({ xx: Math.exp(-0.133), xy: 0, yx: 0, yy: Math.exp(-0.0113) });
  });

  it('decays over two spells as over both at once', () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    const spell = fc.double({ min: 0, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, spell, spell, (xx, xy, yx, yy, s, t) => {
        const a = { xx, xy, yx, yy };
        const size = Math.exp(10 * (s + t));
        expectSame(times(decayMatrix(a, s), decayMatrix(a, t)), decayMatrix(a, s + t), 1e-13 * size);
      }),
    );
  });
});
