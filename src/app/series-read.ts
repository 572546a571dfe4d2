/**
 * Every series a day may read: what the lake is opened with, and what the data passport gives the age of. A name missing
 * here would make a signal absent without a word, so a test holds this list against what `decideDay` asks for.
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
  'SPY.volume',
  'VNQ.adjClose',
  'SPHB.adjClose',
  'CPIAUCSL',
  'PPIACO',
  'PPIFIS',
  'GDPC1',
  'TB3MS',
  'OECD.EA19',
  'OECD.GBR',
  'OECD.JPN',
  'RBUSBIS',
  'SHILLER.price',
  'SHILLER.earnings',
  'CASACBW027SBOG',
  'TASACBW027SBOG',
  'DPSACBW027SBOG',
];
