import type { IndicatorPeers } from './indicator-peer.ts';
import { indicatorts } from './indicatorts.ts';
import { technicalIndicators } from './technicalindicators.ts';
import { tradingSignals } from './trading-signals.ts';

/** Each library with all five indicators. */
export const indicatorPeers = async (): Promise<readonly IndicatorPeers[]> => [
  await technicalIndicators(),
  await indicatorts(),
  await tradingSignals(),
];
