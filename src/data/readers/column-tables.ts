import { columnTableReader } from './column-table.ts';

/** Shiller's monthly table (datasets/s-and-p-500 layout); 0 means not yet known. */
export const shiller = columnTableReader({
  id: 'shiller',
  source: 'vendor',
  date: 'date',
  series: {
    sp500: 'SHILLER.price',
    dividend: 'SHILLER.dividend',
    earnings: 'SHILLER.earnings',
    'consumer price index': 'SHILLER.cpi',
    'long interest rate': 'SHILLER.longRate',
    pe10: 'SHILLER.pe10',
  },
  zeroIsMissing: true,
});

/** NYSE advance-decline line and McClellan oscillator of a commercial feed; open to close are one number. */
export const nyseBreadth = columnTableReader({
  id: 'nyse-breadth',
  source: 'vendor',
  date: 'date',
  series: { close_nyad: 'NYAD.close', close_nymo: 'NYMO.close' },
});

const PUT_CALL = {
  call: 'CBOE.indexCallVolume',
  put: 'CBOE.indexPutVolume',
  'p/c ratio': 'CBOE.indexPutCall',
};

/** Cboe's index put/call archive, present shape: disclaimer, title, `DATE,CALL,PUT,TOTAL,P/C Ratio`. */
export const putCall = columnTableReader({
  id: 'cboe-put-call',
  source: 'cboe-history',
  date: 'date',
  series: PUT_CALL,
});

/**
 * The same of 2003-2012: `Trade_date,Call,Put,Total,P/C Ratio`. It contradicts the present file on some 1,400 of their
 * common days (ratios a third of the other's), so it only fills what that one does not have.
 */
export const putCallArchive = columnTableReader({
  id: 'cboe-put-call-archive',
  source: 'derived',
  date: 'trade_date',
  series: PUT_CALL,
});

/** Treasury par curves, fractions of one; per cent here like every rate. */
export const treasuryCurves = columnTableReader({
  id: 'treasury-curves',
  source: 'official',
  date: 'time period',
  series: Object.fromEntries(
    [
      '1month',
      '3month',
      '6month',
      '1year',
      '2year',
      '3year',
      '5year',
      '7year',
      '10year',
      '20year',
      '30year',
    ].map((tenor) => [tenor, `TREASURY.${tenor}`]),
  ),
  scale: 100,
});

/** Cash VIX term structure with the index beside it. */
export const vixTermCash = columnTableReader({
  id: 'vix-term-table',
  source: 'derived',
  date: 'date',
  series: {
    vix9d: 'VIX9D.close',
    vix: 'VIX.close',
    vix3m: 'VIX3M.close',
    vix6m: 'VIX6M.close',
    sp500: 'SPX.close',
  },
});

/** The same under day counts instead of symbols. */
export const vixTermDays = columnTableReader({
  id: 'vix-term-days-table',
  source: 'derived',
  date: 'trade_date',
  series: { vix_009: 'VIX9D.close', vix_030: 'VIX.close', vix_090: 'VIX3M.close', vix_180: 'VIX6M.close' },
});

/** SPX and the VIX family joined by date. */
export const alignedIndices = columnTableReader({
  id: 'aligned-indices',
  source: 'derived',
  date: 'date',
  series: {
    spx_high: 'SPX.high',
    spx_low: 'SPX.low',
    spx_close: 'SPX.close',
    spx_volume: 'SPX.volume',
    vix_high: 'VIX.high',
    vix_low: 'VIX.low',
    vix_close: 'VIX.close',
    vix9d: 'VIX9D.close',
    vix3m: 'VIX3M.close',
    vix6m: 'VIX6M.close',
    vvix: 'VVIX.close',
    skew: 'SKEW.close',
  },
  note: 'opens are not read: the index opens of this table are filled, the VIX opens are not checked against their range',
});
