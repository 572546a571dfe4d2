import { ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';
import { closePair } from './aligned.ts';
import type { SignalContext } from './context.ts';

const SESSIONS = 60;

/** Total returns over 60 sessions, decimal: a sleeve, SPY, and the difference. */
export interface RelativeReturn {
  readonly sleeve: number;
  readonly spy: number;
  readonly spread: number;
  readonly asOf: IsoDate;
}

/** 60-session return of a fund less that of SPY, dividends included: relative price, so momentum and not a flow. */
export function relativeReturn(context: SignalContext, fund: string): Result<RelativeReturn, string> {
  const both = closePair(context, [`${fund}.adjClose`, 'SPY.adjClose'], SESSIONS + 1, SESSIONS + 1);
  if (!both.ok) return both;
  const change = (values: Float64Array): number => (values.at(-1) ?? 0) / (values.at(-1 - SESSIONS) ?? 1) - 1;
  const sleeve = change(both.value.left);
  const spy = change(both.value.right);
  return ok({ sleeve, spy, spread: sleeve - spy, asOf: both.value.asOf });
}

const signed = (x: number): string => `${x >= 0 ? '+' : ''}${(100 * x).toFixed(1)} %`;

/** `VNQ +2.0 % against SPY +5.1 % in 60 days: -3.1 %`. */
export const showRelative = (fund: string, { sleeve, spy, spread }: RelativeReturn): string =>
  `${fund} ${signed(sleeve)} against SPY ${signed(spy)} in 60 days: ${signed(spread)}`;
