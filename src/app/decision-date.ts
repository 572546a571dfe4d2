import { isIsoDate } from '../core/dates.ts';
import type { Problem } from '../core/problem.ts';
import type { IsoDate } from '../core/units.ts';
import { nextSession, sessionStatus } from '../market/session-calendar.ts';
import { canBeModelled } from './modelled-session.ts';
import type { MarketData } from './read-market-data.ts';

type Problems = readonly Problem[];
const usage = (what: string, fix: string, value: string): Problems => [
  { kind: 'usage', field: '--date', value, what, fix },
];
export const dateData = (what: string, fix: string, value: string): Problems => [
  { kind: 'data', field: '--date', value, what, fix },
];

/** Why a date cannot be decided before any data is looked at. */
export function dateProblem(date: string, today: IsoDate): Problems | undefined {
  if (!isIsoDate(date)) return usage('is not a date', 'write it as YYYY-MM-DD', date);
  if (date > today) return usage('lies in the future', `ask for ${today} or earlier`, date);
  const status = sessionStatus(date);
  switch (status.kind) {
    case 'session':
      return undefined;
    case 'holiday':
      return dateData(
        `is a market holiday (${status.name})`,
        `ask for ${nextSession(date)}, the session after it`,
        date,
      );
    case 'weekend':
      return dateData('is a weekend', `ask for ${nextSession(date)}, the session after it`, date);
    case 'unknown':
      return dateData('lies outside the exchange calendar', 'ask for a date from 1990 to 2030', date);
  }
}

/** Why no session has the quotes that were asked for. */
export function noQuotes(quotes: 'real' | 'modelled'): Problems {
  const what =
    quotes === 'real'
      ? 'needs an SPX chain, and none is imported'
      : 'needs the SPX and VIX closes of a session, and they are not imported';
  return [
    { kind: 'data', field: '--quotes', value: quotes, what, fix: 'import them with `alvh data import PATH`' },
  ];
}

/** Why a session has no chain to decide on, and which one has. */
export function noChain(market: MarketData, date: IsoDate): Problems {
  const orModelled = canBeModelled(market, date) ? ', or add `--quotes modelled` for computed quotes' : '';
  const passport = market.chainPassport('SPX', date);
  if (passport !== undefined) {
    return dateData(
      `has an SPX chain that is refused: ${passport.reasons.join('; ')}; ${passport.usable} of ${passport.contracts} quotes usable`,
      `import another chain of that day${orModelled}`,
      date,
    );
  }
  const known = market.sessionsWithChains('SPX');
  const nearest = known.findLast((session) => session < date) ?? known[0];
  const have =
    nearest === undefined
      ? `import one with \`alvh data import PATH\`${orModelled}, or add \`--quotes simulated\` for the demo market`
      : `import one${orModelled === '' ? ', or' : ','} ask for ${nearest}${orModelled}`;
  return dateData('has no SPX chain', have, date);
}
