import { black76GreeksError, black76PriceError } from '../measure/black76-accuracy.ts';
import { impliedVolError } from '../measure/implied-vol-accuracy.ts';
import { bollingerError, indicatorError } from '../measure/indicator-accuracy.ts';
import type { Worst } from '../measure/vectors.ts';
import { PUBLISHED_VIX, type VixEdition, vixExample } from '../measure/vix-examples.ts';
import { agrees, vixFigures } from '../measure/vix-figures.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

interface AccuracyCheck {
  readonly id: string;
  readonly measure: (root: string) => Worst;
  readonly limit: number;
  readonly unit: string;
  readonly against: string;
}

const ACCURACY: readonly AccuracyCheck[] = [
  {
    id: 'day.black76-price',
    measure: black76PriceError,
    limit: 1e-15,
    unit: 'absolute error / max(F, K)',
    against: 'vectors/black76_greeks.csv and bs_greeks.csv (60-digit values)',
  },
  {
    id: 'day.black76-greeks',
    measure: black76GreeksError,
    limit: 1e-11,
    unit: 'relative error',
    against: 'the same, every Greek above 1e-6 with a day or more to expiry',
  },
  {
    id: 'day.implied-vol',
    measure: (root) => impliedVolError(root, 'spx-like'),
    limit: 1e-11,
    unit: 'relative error',
    against: 'vectors/implied_vol_otm.csv, |ln F/K| <= 0.25 and one day to one year',
  },
  {
    id: 'day.implied-vol-all',
    measure: (root) => impliedVolError(root, 'all'),
    limit: 1e-11,
    unit: 'relative error',
    against: 'vectors/implied_vol_otm.csv, every row',
  },
  {
    id: 'day.indicators',
    measure: indicatorError,
    limit: 1e-12,
    unit: 'relative error',
    against: 'vectors/indicators_talib.csv: SMA, EMA, RSI, MACD, ATR',
  },
  {
    id: 'day.bollinger',
    measure: bollingerError,
    limit: 2e-8,
    unit: 'relative error',
    against: 'vectors/indicators_talib.csv: Bollinger and standard deviation (TA-Lib itself keeps 1e-8)',
  },
];

const EDITIONS: readonly VixEdition[] = ['2009', '2014', 'current'];
/** Half a unit of the sixth and last printed decimal. */
const PRINTED_DIGITS = 5e-7;

/** Prices, Greeks, implied vols, indicators and Cboe's worked VIX examples against their references. */
export function quantRows(): Row[] {
  const root = sharedRoot();
  if (root === undefined) return IDS.map((id) => skipped(id, 'no ../shared folder beside the checkout'));
  return [
    ...ACCURACY.map((check) => accuracyRow(check, root)),
    ...EDITIONS.map((edition) => vixRow(edition, root)),
    figuresRow(root),
  ];
}

const vixId = (edition: VixEdition): string => `day.vix-whitepaper-${edition}`;
const FIGURES_ID = 'day.vix-whitepaper-sums';
const IDS: readonly string[] = [...ACCURACY.map(({ id }) => id), ...EDITIONS.map(vixId), FIGURES_ID];

function accuracyRow({ id, measure, limit, unit, against }: AccuracyCheck, root: string): Row {
  const { error, at, cases } = measure(root);
  return {
    id,
    value: error,
    unit,
    target: `<= ${limit}`,
    pass: error <= limit,
    against: `${against}; ${cases} values`,
    note: `worst at ${at}`,
  };
}

function vixRow(edition: VixEdition, root: string): Row {
  const { vix } = vixExample(root, edition);
  const published = PUBLISHED_VIX[edition];
  return {
    id: vixId(edition),
    value: vix,
    unit: 'vol points',
    target: `${published} to the printed digits`,
    pass: Math.abs(vix - published) <= PRINTED_DIGITS,
    against: `Cboe VIX methodology, ${edition} edition, worked example`,
    note: `off by ${(vix - published).toExponential(1)}`,
  };
}

function figuresRow(root: string): Row {
  const figures = vixFigures(root);
  const wrong = figures.filter((figure) => !agrees(figure));
  return {
    id: FIGURES_ID,
    value: wrong.length,
    unit: 'figures that differ',
    target: '0',
    pass: wrong.length === 0,
    against: `${figures.length} intermediate figures printed in the three editions`,
    note: wrong
      .slice(0, 5)
      .map(({ what, printed, computed }) => `${what}: ${computed}, printed ${printed}`)
      .join('; '),
  };
}
