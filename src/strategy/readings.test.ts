import { describe, expect, it } from 'vitest';
import { signal } from '../../test/fixtures/reading.ts';
import { signalInput, signalValue } from './readings.ts';

const readings = [signal('S04', -0.3, { dRsi: 6 })];

describe('a number behind a signal', () => {
  it('is found by the name of the signal and of the input', () => {
    expect(signalInput(readings, 'S04', 'dRsi')).toBe(6);
    expect(signalValue(readings, 'S04')).toBe(-0.3);
  });

  it('is absent, not zero, for a signal or an input that is not there', () => {
    expect(signalInput(readings, 'S04', 'rsiCm30')).toBeUndefined();
    expect(signalInput(readings, 'S07', 'dRsi')).toBeUndefined();
    expect(signalValue([], 'S04')).toBeUndefined();
  });
});
