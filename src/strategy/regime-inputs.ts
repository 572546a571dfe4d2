import type { IsoDate } from '../core/units.ts';
import type { History } from '../market/history.ts';
import type { RegimeBorders, RegimeInputs } from './regime-borders.ts';
import { closePair } from './signal/aligned.ts';
import { closesOf } from './signal/closes.ts';
import { contangoOf } from './signal/contango.ts';

/** Series the regime is read from, besides the VX curve. */
export const REGIME_SERIES = ['SPX.close', 'VIX.close', 'VIX3M.close'] as const;

const known = <K extends string>(key: K, value: number | undefined): { readonly [P in K]?: number } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: number };

/** The numbers of one close that decide its regime, from what was known by then. */
export function regimeInputs(past: History, session: IsoDate, borders: RegimeBorders): RegimeInputs {
  const context = { past, session };
  const { spxMoveSessions } = borders.stress;
  const { vixMaxSessions, closes } = borders.recovery;
  const spx = closesOf(context, 'SPX.close', spxMoveSessions + 1, spxMoveSessions + 1);
  const vix = closesOf(context, 'VIX.close', vixMaxSessions);
  const ratios = closePair(context, ['VIX.close', 'VIX3M.close'], closes + 1, 1);
  const curve = contangoOf(context);
  const [first, last] = spx.ok ? [spx.value.values[0], spx.value.values.at(-1)] : [];
  return {
    ...known('vix', vix.ok ? vix.value.values.at(-1) : undefined),
    ...known('vixMax', vix.ok ? vix.value.values.reduce((a, b) => Math.max(a, b), 0) : undefined),
    ...known('c1', curve.ok ? curve.value.c1 : undefined),
    ...known('spxMove', first === undefined || last === undefined ? undefined : last / first - 1),
    ratios: ratios.ok
      ? Array.from(ratios.value.left, (x, i) => x / (ratios.value.right[i] ?? 1)).slice(-closes)
      : [],
  };
}
