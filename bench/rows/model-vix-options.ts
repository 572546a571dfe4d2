import { errorStats } from '../measure/model/error-stats.ts';
import type { VixChainErrors, VixOptionError } from '../measure/model/vix-chain-errors.ts';
import { type Row, skipped } from '../row.ts';
import { signed } from './signed.ts';

/** Strike over forward, from and up to. */
const MONEYNESS = [
  [0.6, 0.95],
  [0.95, 1.05],
  [1.05, 1.25],
  [1.25, 1.75],
  [1.75, 2.5],
  [2.5, 4.5],
] as const;
/** Calendar days to the settlement: what the hedge ladder holds, and what lies before it. */
const TERMS = [
  [2, 16],
  [23, 37],
  [65, 128],
  [156, 247],
] as const;

function vixOptionRow(options: readonly VixOptionError[], low: number, high: number, days: string): Row {
  const id = `model.vix-chain.vol.${days}.${low}-${high}`;
  const found = errorStats(options.map(({ error }) => error));
  if (found === undefined) return skipped(id, 'no quotes');
  const half = errorStats(options.map(({ halfSpread }) => halfSpread))?.median ?? 0;
  const unshifted = errorStats(options.map((one) => one.unshifted))?.bias ?? 0;
  const ratio = errorStats(options.map(({ premiumRatio }) => premiumRatio))?.median ?? 0;
  return {
    id,
    value: found.rmse,
    unit: 'vol points, root mean square of model less real',
    target: '',
    pass: null,
    against: `${found.count} real VIX options ${days} days out, strike ${low} to ${high} of the future; 2023-05-15, never fitted to`,
    note: `bias ${signed(found.bias)} with the real future, ${signed(unshifted)} with the model's; premium model / real ${ratio.toFixed(2)} in the median; half-spread ${half.toFixed(1)}`,
  };
}

/** VIX options of the model beside the one real chain. */
export function vixOptionRows({ chain, forwards, options, vvix }: VixChainErrors): Row[] {
  const future = errorStats(forwards.map(({ real, model }) => Math.log(model / real)));
  const curve = forwards.map(
    ({ days, real, model }) => `${days} d ${real.toFixed(2)} -> ${model.toFixed(2)}`,
  );
  const published = chain.closes.vvix;
  return [
    {
      id: 'model.vix-chain.vvix',
      value: vvix,
      unit: 'VVIX of the model',
      target: '',
      pass: null,
      against: `VVIX close ${published === undefined ? 'not held' : published.toFixed(2)} of ${chain.session}`,
      note: `VIX ${chain.vix.toFixed(2)}, VIX3M ${chain.vix3m.toFixed(2)} at the time of the quotes`,
    },
    {
      id: 'model.vix-chain.futures',
      value: future?.rmse ?? null,
      unit: 'root mean square of ln(model / real future)',
      target: '',
      pass: null,
      against: `${forwards.length} futures by parity of the real VIX options`,
      note: `bias ${signed(100 * (future?.bias ?? 0))} %; ${curve.join(', ')}`,
    },
    ...TERMS.flatMap(([from, to]) =>
      MONEYNESS.map(([low, high]) =>
        vixOptionRow(
          options.filter(
            ({ days, moneyness }) => days >= from && days <= to && moneyness >= low && moneyness < high,
          ),
          low,
          high,
          `${from}-${to}`,
        ),
      ),
    ),
  ];
}
