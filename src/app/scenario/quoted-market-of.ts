import { dayNumber } from '../../core/dates.ts';
import type { Problem } from '../../core/problem.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { History } from '../../market/history.ts';
import { vix3mProxy } from '../../model/history/vix3m-proxy.ts';
import type { QuotedMarket } from '../../portfolio/scenario/quoted-market.ts';
import type { MarketReading } from '../../strategy/market-reading.ts';

/** A market read, as scenarios start from it. */
export interface ScenarioStart {
  readonly quoted: QuotedMarket;
  /** `proxied`: VIX3M is not held for that session, and a regression on VIX stands in. */
  readonly vix3mSource: 'published' | 'proxied';
}

/** VIX3M from the VIX closes known up to a session. */
function proxied(past: History, { session }: MarketReading): number | undefined {
  const closes = past.series('VIX.close');
  if (closes === undefined) return undefined;
  const { days, values } = closes;
  const until = days.findLastIndex((day) => day <= dayNumber(session)) + 1;
  return until > 0 ? vix3mProxy(values.subarray(0, until)) : undefined;
}

/** @returns a problem where VIX is not known for the session: without it no state of the model is the market's */
export function quotedMarketOf(
  reading: MarketReading,
  past: History,
): Result<ScenarioStart, readonly Problem[]> {
  const { session, quotes, spot, surface, vixSurface, vxCurve, riskFree, family } = reading;
  const vix3m = family?.vix3m ?? proxied(past, reading);
  if (family === undefined || vix3m === undefined)
    return fail([
      {
        kind: 'data',
        field: '--date',
        value: session,
        what: 'has no VIX close, which every scenario starts from',
        fix: 'import the VIX closes of that day with `alvh data import PATH`',
      },
    ]);
  const quoted = {
    session,
    quotes,
    spot,
    vix: family.vix,
    vix3m,
    surface,
    riskFree,
    ...(vixSurface === undefined ? {} : { vixSurface }),
    ...(vxCurve === undefined ? {} : { vxCurve }),
  };
  return ok({ quoted, vix3mSource: family.vix3m === undefined ? 'proxied' : 'published' });
}
