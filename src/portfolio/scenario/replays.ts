import { daysBetween, isoDate } from '../../core/dates.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';

/** A storm by the month of its worst VIX close. */
export type ReplayId =
  | 'oct-1987'
  | 'aug-2011'
  | 'aug-2015'
  | 'feb-2018'
  | 'mar-2020'
  | 'aug-2024'
  | 'apr-2025';

/**
 * Which part of the storm. All are measured close to close, and each is laid on today's book from scratch: they are
 * alternatives, not one after the other.
 *
 * - `worst-day`: the largest one-session fall on the way to the peak.
 * - `calm-week`: the worst five sessions on the way that began with VIX below 20, as a calm book meets a storm.
 * - `peak`: from the last high, the highest SPX close of the 20 sessions before, to the worst VIX close of the month.
 * - `trough`: from that same high to the lowest SPX close of the ten sessions after the peak, where that is lower
 *   still: the condor at its worst while the hedge has already given back.
 */
export type StageId = 'worst-day' | 'calm-week' | 'peak' | 'trough';

/**
 * Whether VIX closed below 20 on the first day. From stress, the relative rise of VIX is only what was left to rise: laid
 * on a calm book it is too mild, and whoever shows the stage says so.
 */
export type VixAtStart = 'calm' | 'stressed' | 'unknown';

/** One stage as changes relative to its first close. */
export interface ReplayStage {
  readonly id: StageId;
  readonly start: VixAtStart;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Calendar days from `from` to `to`, by which every leg ages. */
  readonly days: number;
  /** Simple return of SPX, decimal. */
  readonly spx: number;
  /** ln(VIX' / VIX); absent before VIX was published. */
  readonly lnVix?: number;
  /** ln(VIX3M' / VIX3M); absent before 2009-09-18. */
  readonly lnVix3m?: number;
  /** ln change of the VX curve read at 30 days: to check a repricing with, not an input. Absent where no VX is held. */
  readonly lnVx30?: number;
}

export interface Replay {
  readonly id: ReplayId;
  /** What happened, in a line. */
  readonly title: string;
  readonly stages: readonly ReplayStage[];
}

/** spx, lnVix, lnVix3m, lnVx30; shorter where the later ones are absent. */
type Changes = readonly [spx: number, lnVix?: number, lnVix3m?: number, lnVx30?: number];

function stage(id: StageId, start: VixAtStart, from: string, to: string, changes: Changes): ReplayStage {
  const [first, last] = [isoDate(from), isoDate(to)];
  const [spx, lnVix, lnVix3m, lnVx30] = changes;
  return {
    id,
    start,
    from: first,
    to: last,
    days: daysBetween(first, last),
    spx,
    ...(lnVix === undefined ? {} : { lnVix }),
    ...(lnVix3m === undefined ? {} : { lnVix3m }),
    ...(lnVx30 === undefined ? {} : { lnVx30 }),
  };
}

/**
 * Past storms as relative shocks. Levels would say little on a book of another decade; a ratio carries over, except that
 * one from a calm VIX, laid on a VIX already high, leads beyond any level on record: the engine clips and says so.
 *
 * Sources: SPX closes as published by Yahoo, VIX and VIX3M closes by Cboe, VX settlements by CFE (2007-2021). The sessions
 * follow from the rules of `StageId`, which the suite applies again wherever the data is.
 */
export const REPLAYS: readonly Replay[] = [
  {
    id: 'oct-1987',
    // VIX did not exist. Cboe later computed VXO back to 1986, but on other options (S&P 100, at the money) by another
    // formula, in a market whose quotes had broken down: whoever replays this brings a view on vol.
    title: 'Black Monday: the index alone, no VIX existed',
    stages: [
      stage('worst-day', 'unknown', '1987-10-16', '1987-10-19', [-0.2047]),
      // No VIX to peak: the lowest close of the month takes its place.
      stage('trough', 'unknown', '1987-10-05', '1987-10-19', [-0.3147]),
    ],
  },
  {
    id: 'aug-2011',
    title: 'US debt ceiling and downgrade, euro area stress',
    stages: [
      stage('worst-day', 'stressed', '2011-08-05', '2011-08-08', [-0.0666, 0.4055, 0.2528, 0.1696]),
      stage('calm-week', 'calm', '2011-07-22', '2011-07-29', [-0.0392, 0.3655, 0.1767, 0.1348]),
      stage('peak', 'calm', '2011-07-22', '2011-08-08', [-0.1677, 1.0079, 0.6853, 0.5742]),
    ],
  },
  {
    id: 'aug-2015',
    title: 'Yuan devaluation, the disorderly open of 24 August',
    stages: [
      stage('worst-day', 'stressed', '2015-08-21', '2015-08-24', [-0.0394, 0.3739, 0.2828, 0.2194]),
      stage('calm-week', 'calm', '2015-08-17', '2015-08-24', [-0.0995, 1.1407, 0.7165, 0.493]),
      stage('peak', 'calm', '2015-07-30', '2015-08-24', [-0.1022, 1.2115, 0.75, 0.5338]),
      stage('trough', 'calm', '2015-07-30', '2015-08-25', [-0.1143, 1.0884, 0.6986, 0.5375]),
    ],
  },
  {
    id: 'feb-2018',
    title: 'Short-volatility products unwind: VIX doubles in a session on a fall of 4 %',
    stages: [
      stage('worst-day', 'calm', '2018-02-02', '2018-02-05', [-0.041, 0.7682, 0.5019, 0.6764]),
      stage('calm-week', 'calm', '2018-01-29', '2018-02-05', [-0.0717, 0.992, 0.6295, 0.7903]),
      stage('peak', 'calm', '2018-01-26', '2018-02-05', [-0.0779, 1.2144, 0.7371, 0.8731]),
      stage('trough', 'calm', '2018-01-26', '2018-02-08', [-0.1016, 1.1052, 0.7083, 0.6339]),
    ],
  },
  {
    id: 'mar-2020',
    title: 'Pandemic: the fastest fall from a high to a bear market',
    stages: [
      stage('worst-day', 'stressed', '2020-03-13', '2020-03-16', [-0.1198, 0.3576, 0.3374, 0.2752]),
      stage('calm-week', 'calm', '2020-02-20', '2020-02-27', [-0.1169, 0.923, 0.5891, 0.4483]),
      stage('peak', 'calm', '2020-02-19', '2020-03-16', [-0.2953, 1.7493, 1.4538, 1.3429]),
      stage('trough', 'calm', '2020-02-19', '2020-03-23', [-0.3392, 1.4547, 1.2754, 1.147]),
    ],
  },
  {
    id: 'aug-2024',
    title: 'Yen carry trades unwind: VIX up by two thirds in a session on a fall of 3 %',
    stages: [
      stage('worst-day', 'stressed', '2024-08-02', '2024-08-05', [-0.03, 0.5002, 0.3676]),
      stage('calm-week', 'calm', '2024-07-29', '2024-08-05', [-0.0507, 0.8431, 0.6752]),
      stage('peak', 'calm', '2024-07-16', '2024-08-05', [-0.0849, 1.073, 0.8158]),
    ],
  },
  {
    id: 'apr-2025',
    title: 'US tariffs announced on 2 April: two sessions of -4.8 and -6.0 %',
    stages: [
      stage('worst-day', 'stressed', '2025-04-03', '2025-04-04', [-0.0597, 0.4117, 0.2932]),
      stage('calm-week', 'calm', '2025-03-27', '2025-04-03', [-0.0521, 0.4739, 0.3196]),
      stage('peak', 'calm', '2025-03-25', '2025-04-08', [-0.1374, 1.1156, 0.7786]),
    ],
  },
];

export interface NoSuchReplay {
  readonly code: 'no-such-replay';
  readonly asked: string;
  readonly known: readonly ReplayId[];
}

/** The replay of that name, or the names there are. */
export function replayNamed(name: string): Result<Replay, NoSuchReplay> {
  const found = REPLAYS.find(({ id }) => id === name);
  const known = REPLAYS.map(({ id }) => id);
  return found === undefined ? fail({ code: 'no-such-replay', asked: name, known }) : ok(found);
}
