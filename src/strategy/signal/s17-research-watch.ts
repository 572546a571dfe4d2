import type { SignalContext } from './context.ts';
import { present } from './reading.ts';
import type { Reading } from './signal.ts';

/**
 * S17: new-issue heat, crypto governance and crypto volatility (C27, C33). Named so that the seeds' list is complete;
 * neutral and without weight until a pre-registered test finds something in them (methodology 3.12).
 */
export const researchWatch = (context: SignalContext): Reading =>
  present('S17', context, {
    value: 0,
    evidence:
      'IPO heat, DAO governance and crypto volatility: watched by name only, without weight until tested',
    inputs: {},
    asOf: context.session,
  });
