import { installPeers } from '../peers/install.ts';
import { isSkipped, type Skipped } from '../peers/skipped.ts';
import type { Answer } from './known-wrong.ts';

/** Asks a package of bench/peers, installing them first; or says why it cannot be asked. */
export const askNpm = (question: () => Promise<Answer>) => async (): Promise<Answer | Skipped> => {
  const installed = installPeers();
  return isSkipped(installed) ? installed : question();
};

/** A package that throws has refused. */
export function orRefused(compute: () => number): number {
  try {
    return compute();
  } catch {
    return Number.NaN;
  }
}
