import { isoDate } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { FutureRoot, OptionRoot } from './contract.ts';

export type ListingCycle =
  | 'third-friday'
  | 'monday'
  | 'tuesday'
  | 'wednesday'
  | 'thursday'
  | 'friday'
  | 'month-end'
  | 'vix-monthly'
  | 'vix-quarterly'
  | 'vix-weekly';

/** From a day on, a root lists the expirations of a cycle up to `horizon` calendar days ahead. */
export interface ListingProgramme {
  readonly cycle: ListingCycle;
  /** First trading day of the first such contract. */
  readonly from: IsoDate;
  readonly horizon: number;
  readonly source: string;
  /** What rests on memory or inference; absent when the source gives date and horizon. */
  readonly unverified?: string;
}

const entry = (
  cycle: ListingCycle,
  from: string,
  horizon: number,
  source: string,
  unverified?: string,
): ListingProgramme => ({
  cycle,
  from: isoDate(from),
  horizon,
  source,
  ...(unverified === undefined ? {} : { unverified }),
});

const LEAPS_DAYS = 1950;
const CHAINS_2019 = 'longest seen in Cboe delayed chains of 2019';
const CHAINS_2023 = 'longest seen in Cboe delayed chains of 2022-2023';
const CFE_FILES = 'first trade dates of 136 CFE contract files';
const START = 'the first day';

/** Horizons only grow, so an expiration is listed when any entry of its root says so. */
export const LISTINGS: Readonly<Record<OptionRoot | FutureRoot, readonly ListingProgramme[]>> = {
  SPX: [
    entry('third-friday', '1983-07-01', LEAPS_DAYS, CHAINS_2023, 'serial months and LEAPS of earlier years'),
  ],
  SPXW: [
    entry(
      'friday',
      '2005-10-28',
      8,
      'Cboe Weeklys page: listed on a Thursday, expiring the Friday after next',
      START,
    ),
    entry('friday', '2012-05-01', 36, 'Cboe, November 2012: five consecutive weeks since May 2012', START),
    entry('friday', '2014-01-02', 43, 'Cboe RG14-010 (January 2014): six weeks', START),
    entry(
      'friday',
      '2019-04-25',
      80,
      CHAINS_2019,
      'when more than six weeks began; this is the first chain at hand',
    ),
    entry('wednesday', '2016-02-23', 16, 'Cboe RG16-024: two weeks at the start'),
    entry('wednesday', '2016-05-24', 36, `Cboe RG16-102: at least four weeks; ${CHAINS_2019}`),
    entry('monday', '2016-08-15', 38, `Cboe notice of 2016-08-11; ${CHAINS_2019}`),
    entry('monday', '2022-10-01', 46, CHAINS_2023, START),
    entry('tuesday', '2022-04-18', 16, 'Cboe, April 2022: two weeks at the start'),
    entry('tuesday', '2022-10-01', 43, `Cboe, autumn 2022: at least four weeks; ${CHAINS_2023}`, START),
    entry('thursday', '2022-05-11', 16, 'Cboe, April 2022: two weeks at the start'),
    entry('thursday', '2022-10-01', 43, `Cboe, autumn 2022: at least four weeks; ${CHAINS_2023}`, START),
    entry('month-end', '2014-07-01', 375, `Cboe product timeline: July 2014; ${CHAINS_2019}`, START),
    entry('third-friday', '2017-05-01', 185, `Cboe RG17-002: SPXPM became SPXW; ${CHAINS_2019}`),
  ],
  XSP: [
    entry('third-friday', '2005-10-25', 1100, 'Cboe Mini-SPX launch', 'the horizon'),
    entry('monday', '2018-07-31', 38, 'Cboe XSP page of July 2018 lists it', START),
    entry('wednesday', '2018-07-31', 38, 'Cboe XSP page of July 2018 lists it', START),
    entry('friday', '2018-07-31', 43, 'Cboe XSP page of July 2018 lists it', START),
    entry('month-end', '2018-07-31', 375, 'Cboe XSP specification', START),
    entry('tuesday', '2022-10-01', 43, 'Cboe, autumn 2022', START),
    entry('thursday', '2022-10-01', 43, 'Cboe, autumn 2022', START),
  ],
  SPY: [
    entry('third-friday', '2005-01-10', 1100, 'first SPY options', 'start and horizon'),
    entry('friday', '2010-06-04', 43, 'Cboe Weeklys extended to SPY in 2010', 'start and horizon'),
    entry('wednesday', '2016-08-30', 43, 'Cboe SPY Wednesday weeklies', 'start and horizon'),
    entry('monday', '2018-02-16', 43, 'Cboe notice of February 2018: up to five weeks', 'the horizon'),
    entry('tuesday', '2022-11-14', 43, 'SPY daily expirations', 'start and horizon'),
    entry('thursday', '2022-11-14', 43, 'SPY daily expirations', 'start and horizon'),
    entry('month-end', '2014-07-01', 375, 'SPY quarter and month ends', 'start and horizon'),
  ],
  VIX: [
    entry('vix-monthly', '2006-02-24', 200, 'Cboe: up to six months listed', 'the horizon before 2015'),
    entry('vix-monthly', '2015-10-08', 285, `Cboe specification: up to twelve months; ${CHAINS_2023}`, START),
  ],
  VIXW: [entry('vix-weekly', '2015-10-08', 57, 'Cboe VIX options specification: six weekly expirations')],
  VX: [
    entry('vix-weekly', '2015-07-23', 57, 'Cboe: VX weeklies launched; six weekly expirations'),
    entry('vix-monthly', '2004-03-26', 92, CFE_FILES),
    entry('vix-quarterly', '2004-03-26', 275, CFE_FILES),
    entry('vix-quarterly', '2006-03-08', 770, CFE_FILES),
    entry('vix-monthly', '2006-10-20', 217, CFE_FILES),
    entry('vix-monthly', '2008-01-18', 340, CFE_FILES),
  ],
  VXM: [entry('vix-monthly', '2020-08-10', 290, 'Cboe Mini VIX launch', 'the horizon')],
};
