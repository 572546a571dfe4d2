import { isPresent, type Reading } from './signal/signal.ts';

/** One named number behind a signal; undefined when the signal is absent. */
export function signalInput(readings: readonly Reading[], id: string, key: string): number | undefined {
  const reading = readings.find((candidate) => candidate.id === id);
  return reading !== undefined && isPresent(reading) ? reading.inputs[key] : undefined;
}

/** The value of a signal in [-1, +1]; undefined when it is absent. */
export function signalValue(readings: readonly Reading[], id: string): number | undefined {
  const reading = readings.find((candidate) => candidate.id === id);
  return reading !== undefined && isPresent(reading) ? reading.value : undefined;
}
