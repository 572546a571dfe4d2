import { isoDate } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { ExerciseStyle, FutureRoot, OptionRoot, Settlement } from './contract.ts';
import type { TickTier } from './ticks.ts';

/** What was true of a root from one day on, until the next entry. Prices in index points throughout. */
export interface ContractEra {
  readonly from: IsoDate;
  /** US dollars per quoted point. */
  readonly multiplier: number;
  /** Quoted points per index point: 10 for VX before 2007-03-26, else 1. */
  readonly quotedPerPoint: number;
  readonly style: ExerciseStyle;
  readonly settlement: Settlement;
  /** The printed value that settles it. */
  readonly settlesOn: 'SET' | 'VRO' | 'closing index' | 'XSP opening value' | 'ETF shares';
  readonly ticks: readonly TickTier[];
  /** Smallest step of the net price of a multi-leg order. */
  readonly packageTick: number;
  /** The same for a box, which is a loan and is priced finer. */
  readonly boxTick: number;
  readonly source: string;
  /** What in this entry rests on memory or inference; absent when every field has a source. */
  readonly unverified?: string;
}

const NICKEL_DIME: readonly TickTier[] = [
  { from: 0, tick: 0.05 },
  { from: 3, tick: 0.1 },
];
const PENNY_NICKEL: readonly TickTier[] = [
  { from: 0, tick: 0.01 },
  { from: 3, tick: 0.05 },
];
const NICKEL: readonly TickTier[] = [{ from: 0, tick: 0.05 }];
const PENNY: readonly TickTier[] = [{ from: 0, tick: 0.01 }];

const european = { multiplier: 100, quotedPerPoint: 1, style: 'european' } as const;
const spxTicks = { ticks: NICKEL_DIME, packageTick: 0.05, boxTick: 0.01 } as const;
const pennyPackage = { packageTick: 0.01, boxTick: 0.01 } as const;
const vro = { settlement: 'am', settlesOn: 'VRO', ...pennyPackage } as const;

const SPX_SPEC =
  'Cboe SPX specification; SEC filing 02-5143 (2002) for the 0.05 package and 0.01 box increment';
const VIX_2022 = 'Cboe press release "Options Tick Increment Change For VIX Options", 2022-11-29';
const CFE_FILES = 'CFE per-contract price files 2004-2015';

/** Ascending by `from` within each root. Settlement goes with the day a contract expires, ticks with the day it trades. */
export const CONTRACT_ERAS: Readonly<Record<OptionRoot | FutureRoot, readonly ContractEra[]>> = {
  SPX: [
    {
      ...european,
      ...spxTicks,
      from: isoDate('1983-07-01'),
      settlement: 'am',
      settlesOn: 'SET',
      source: SPX_SPEC,
      unverified: 'ticks before decimal prices (2001) and the settlement of series before 1993',
    },
  ],
  SPXW: [
    {
      ...european,
      ...spxTicks,
      from: isoDate('2005-10-28'),
      settlement: 'am',
      settlesOn: 'SET',
      source: 'Cboe Weeklys page: introduced October 2005',
      unverified: 'that every weekly before December 2010 settled on the opening',
    },
    {
      ...european,
      ...spxTicks,
      from: isoDate('2010-12-04'),
      settlement: 'pm',
      settlesOn: 'closing index',
      source:
        'Cboe RG10-125: the last AM-settled weekly expired 2010-12-03, the first PM-settled one a week later',
      unverified: 'the two dates are read from a copy of the announcement',
    },
  ],
  XSP: [
    {
      ...european,
      ...spxTicks,
      from: isoDate('2005-10-25'),
      settlement: 'am',
      settlesOn: 'XSP opening value',
      source: 'Cboe product notes on Mini-SPX, 2005',
      unverified: 'the package increment',
    },
    {
      ...european,
      ...pennyPackage,
      ticks: PENNY,
      from: isoDate('2013-11-05'),
      settlement: 'pm',
      settlesOn: 'closing index',
      source: 'Cboe press release 2013-10-29 (PM settlement); Cboe XSP specification (0.01 tick)',
      unverified: 'the day the tick became 0.01',
    },
  ],
  SPY: [
    {
      ...pennyPackage,
      ticks: PENNY,
      multiplier: 100,
      quotedPerPoint: 1,
      style: 'american',
      from: isoDate('2005-01-10'),
      settlement: 'physical',
      settlesOn: 'ETF shares',
      source: 'Cboe Rule 6.42 (0.01 in SPY)',
      unverified: 'the tick before the penny pilot of 2007',
    },
  ],
  VIX: [
    {
      ...european,
      ...vro,
      ticks: NICKEL_DIME,
      from: isoDate('2006-02-24'),
      source: `Cboe VIX options specification; ${VIX_2022} for the package increment`,
    },
    {
      ...european,
      ...vro,
      ticks: PENNY_NICKEL,
      from: isoDate('2022-11-28'),
      source: VIX_2022,
      unverified: 'the exact day; the release of 2022-11-29 says "implemented"',
    },
  ],
  VIXW: [
    {
      ...european,
      ...vro,
      ticks: NICKEL_DIME,
      from: isoDate('2015-10-08'),
      source: 'Cboe VIX Weeklys launch',
      unverified: 'the increments before late 2018',
    },
    {
      ...european,
      ...vro,
      ticks: PENNY,
      from: isoDate('2018-11-01'),
      source: `SR-CBOE-2018-066; ${VIX_2022}: VIXW keeps 0.01`,
      unverified: 'the day it took effect',
    },
  ],
  VX: [
    {
      ...european,
      ...vro,
      multiplier: 100,
      quotedPerPoint: 10,
      ticks: PENNY,
      from: isoDate('2004-03-26'),
      source: `CFE-IC-2007-003; ${CFE_FILES}`,
    },
    {
      ...european,
      ...vro,
      multiplier: 1000,
      ticks: PENNY,
      from: isoDate('2007-03-26'),
      source: `CFE-IC-2007-003; ${CFE_FILES}`,
    },
    {
      ...european,
      ...vro,
      multiplier: 1000,
      ticks: NICKEL,
      from: isoDate('2009-02-02'),
      source: `CFE VX specification (0.05, spreads 0.01); ${CFE_FILES}: half of the opens off the 0.05 grid until 2009-01-30, almost none from the next session`,
    },
  ],
  VXM: [
    { ...european, ...vro, ticks: NICKEL, from: isoDate('2020-08-10'), source: VIX_2022 },
    {
      ...european,
      ...vro,
      ticks: PENNY,
      from: isoDate('2022-11-28'),
      source: VIX_2022,
      unverified: 'the exact day',
    },
  ],
};
