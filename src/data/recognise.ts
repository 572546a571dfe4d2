import type { Reader } from './reader.ts';
import { benchmarkTable } from './readers/benchmark-table.ts';
import { bloombergHistory } from './readers/bloomberg-history.ts';
import { cboeQuotedata } from './readers/cboe-quotedata.ts';
import { cfeContract } from './readers/cfe-contract.ts';
import { chainRows } from './readers/chain-rows.ts';
import {
  alignedIndices,
  nyseBreadth,
  putCall,
  putCallArchive,
  shiller,
  treasuryCurves,
  vixTermCash,
  vixTermDays,
} from './readers/column-tables.ts';
import { oecdRates } from './readers/oecd-rates.ts';
import { cboeIndexOhlc, priceHistory } from './readers/price-history.ts';
import { valueHistory } from './readers/value-history.ts';
import { vxBloombergCurve } from './readers/vx-bloomberg-curve.ts';
import { vixCentral, vxCloseRanks, vxSettleRanks } from './readers/vx-rank-table.ts';
import { vxCloseRows, vxContractRows } from './readers/vx-rows.ts';
import type { Sheet } from './sheet.ts';

/** Every reader, the particular before the general: a VX table also has a date and a VIX column. */
const READERS: readonly Reader[] = [
  cboeQuotedata,
  chainRows,
  cfeContract,
  vxContractRows,
  vxCloseRows,
  vxSettleRanks,
  vixCentral,
  vxCloseRanks,
  vxBloombergCurve,
  bloombergHistory,
  putCall,
  putCallArchive,
  shiller,
  nyseBreadth,
  treasuryCurves,
  oecdRates,
  alignedIndices,
  vixTermCash,
  vixTermDays,
  benchmarkTable,
  cboeIndexOhlc,
  priceHistory,
  valueHistory,
];

/** The reader of a sheet, by its content alone; undefined when no format fits. */
export const recognise = (sheet: Sheet): Reader | undefined =>
  READERS.find((reader) => reader.recognises(sheet));
