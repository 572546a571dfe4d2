import type { Row } from '../row.ts';
import { compareAmerican, type OurAmerican } from './compare/american.ts';
import { comparisonRows } from './compare/comparison.ts';
import { compareEuropean, type OurEuropean } from './compare/european.ts';
import { compareImpliedVol, type OurImpliedVol } from './compare/implied-vol.ts';
import { compareIndicators, type OurIndicators } from './compare/indicators.ts';
import { compareNormal } from './compare/normal.ts';
import { compareRates } from './compare/rates.ts';

/** Everyone's times for every task that has a baseline, ours first. */
export const europeanPeerRows = async (ours?: OurEuropean): Promise<readonly Row[]> =>
  (await compareEuropean(ours)).flatMap(comparisonRows);

export const impliedVolPeerRows = async (ours?: OurImpliedVol): Promise<readonly Row[]> =>
  (await compareImpliedVol(ours)).flatMap(comparisonRows);

export const americanPeerRows = async (
  ours?: OurAmerican,
  options?: { readonly full?: boolean },
): Promise<readonly Row[]> => comparisonRows(await compareAmerican(ours, options));

export const indicatorPeerRows = async (ours?: OurIndicators): Promise<readonly Row[]> =>
  (await compareIndicators(ours)).flatMap(comparisonRows);

export const normalPeerRows = async (): Promise<readonly Row[]> =>
  (await compareNormal()).flatMap(comparisonRows);

export const ratePeerRows = async (): Promise<readonly Row[]> =>
  (await compareRates()).flatMap(comparisonRows);
