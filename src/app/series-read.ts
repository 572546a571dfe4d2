/**
 * Series a day reads, for the ages its data passport prints. Kept beside the use case: a signal may read more than it
 * can find, and the passport should name what it looked for.
 */
export const SERIES_READ: readonly string[] = [
  'SPX.close',
  'VIX.close',
  'VIX9D.close',
  'VIX3M.close',
  'VIX6M.close',
  'VVIX.close',
  'NYAD.close',
  'SPY.adjClose',
  'VNQ.adjClose',
  'SPHB.adjClose',
  'CPIAUCSL',
  'PPIACO',
  'GDPC1',
  'RBUSBIS',
  'TB3MS',
  'SHILLER.earnings',
];
