import { dateOfDay, dayNumber } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { Series } from '../market/history.ts';
import { sessionStatus } from '../market/session-calendar.ts';
import type { MarketData } from './read-market-data.ts';

/** What a session needs for its option quotes to be modelled. */
const CLOSES = ['SPX.close', 'VIX.close'] as const;

type Closes = Pick<MarketData, 'series'>;

const isOn = (series: Series | undefined, day: number): boolean => series?.days.includes(day) ?? false;

/** True where both closes of a session are in the lake. */
export const canBeModelled = ({ series }: Closes, session: IsoDate): boolean =>
  CLOSES.every((name) => isOn(series.get(name), dayNumber(session)));

/** The newest session up to a day that can be modelled. */
export function newestModelled({ series }: Closes, today: IsoDate): IsoDate | undefined {
  const [spx, vix] = CLOSES.map((name) => series.get(name));
  const day = vix?.days.findLast(
    (one) => one <= dayNumber(today) && isOn(spx, one) && sessionStatus(dateOfDay(one)).kind === 'session',
  );
  return day === undefined ? undefined : dateOfDay(day);
}
