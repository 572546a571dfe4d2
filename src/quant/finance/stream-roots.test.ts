import { describe, expect, it } from 'vitest';
import { conventionalRoot } from './conventional-root.ts';
import { paymentStream } from './payment-stream.ts';
import { streamRoots } from './stream-roots.ts';
import { streamValue } from './stream-value.ts';

describe('the stream', () => {
  it('is in order of time, netted, without what nets to nothing', () => {
    const { amounts, times } = paymentStream([5, -3, 2, 0, 3], [9, 4, 9, 5, 4]);
    expect([...amounts]).toEqual([7]);
    expect([...times]).toEqual([0]);
    expect([...paymentStream([0, -1, 0, 2]).times]).toEqual([0, 2]);
  });
});

describe('its value', () => {
  it('keeps its sign and stays finite at growth no discount factor survives', () => {
    const [amounts, times] = [
      [-100, 50, 60],
      [0, 1000, 2000],
    ];
    expect(streamValue(amounts, times, 50).value).toBe(-100);
    expect(streamValue(amounts, times, -50).value).toBe(60);
  });

  it('has the slope of a difference quotient, near zero growth and away from it', () => {
    const [amounts, times] = [
      [-100, 50, 60],
      [0, 1, 3],
    ];
    for (const x of [0.01, 0.1, 0.4, -0.05, -0.4]) {
      const h = 1e-5;
      const [up, down] = [streamValue(amounts, times, x + h), streamValue(amounts, times, x - h)];
      // h^2 of a third derivative of some thousands, and rounding over h
      expect((up.value - down.value) / (2 * h)).toBeCloseTo(streamValue(amounts, times, x).slope, 5);
    }
  });
});

describe('roots', () => {
  it('of the full search and of the direct one are the same where both apply', () => {
    for (const growth of [-3, -0.2, -1e-6, 1e-9, 0.03, 0.7, 5]) {
      const [flows, times] = [
        [-100, -20, 30, 40, 120 * Math.exp(growth)],
        [0, 0.4, 1.1, 1.7, 2.9],
      ];
      const direct = conventionalRoot(flows, times);
      const [full] = streamRoots(paymentStream(flows, times));
      expect(direct).toBeDefined();
      expect(direct).toBeCloseTo(full ?? Number.NaN, 14);
    }
  });

  it('are found at times that are no whole numbers, a thousand apart in size', () => {
    // e^{-x sqrt 2} (e^{-x} - 2)(e^{-1000 x} - 3): roots -ln 2 and -ln 3 / 1000
    const roots = streamRoots(
      paymentStream([6, -3, -2, 1], [Math.SQRT2, 1 + Math.SQRT2, 1000 + Math.SQRT2, 1001 + Math.SQRT2]),
    );
    expect(roots).toHaveLength(2);
    expect(roots[0]).toBeCloseTo(-Math.LN2, 12);
    expect(roots[1]).toBeCloseTo(-Math.log(3) / 1000, 15);
  });

  it('are left to the full search when signs change twice, times repeat, or there is one sign', () => {
    expect(conventionalRoot([-1, 2, -1.2])).toBeUndefined();
    expect(conventionalRoot([-1, 2], [3, 3])).toBeUndefined();
    expect(conventionalRoot([-1, -2])).toBeUndefined();
    expect(conventionalRoot([-1, 1e-300], [0, 1e-300])).toBeUndefined();
  });
});
