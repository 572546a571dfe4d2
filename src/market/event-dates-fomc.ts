import type { YearsOfDates } from './event-dates.ts';

/**
 * Last day of every scheduled FOMC meeting, the day of its statement. Source: federalreserve.gov meeting calendars; 2027
 * tentative. 2020-03-18 was scheduled and never held, see FOMC_CANCELLED.
 */
export const FOMC_DATES: YearsOfDates = {
  2000: '0202 0321 0516 0628 0822 1003 1115 1219',
  2001: '0131 0320 0515 0627 0821 1002 1106 1211',
  2002: '0130 0319 0507 0626 0813 0924 1106 1210',
  2003: '0129 0318 0506 0625 0812 0916 1028 1209',
  2004: '0128 0316 0504 0630 0810 0921 1110 1214',
  2005: '0202 0322 0503 0630 0809 0920 1101 1213',
  2006: '0131 0328 0510 0629 0808 0920 1025 1212',
  2007: '0131 0321 0509 0628 0807 0918 1031 1211',
  2008: '0130 0318 0430 0625 0805 0916 1029 1216',
  2009: '0128 0318 0429 0624 0812 0923 1104 1216',
  2010: '0127 0316 0428 0623 0810 0921 1103 1214',
  2011: '0126 0315 0427 0622 0809 0921 1102 1213',
  2012: '0125 0313 0425 0620 0801 0913 1024 1212',
  2013: '0130 0320 0501 0619 0731 0918 1030 1218',
  2014: '0129 0319 0430 0618 0730 0917 1029 1217',
  2015: '0128 0318 0429 0617 0729 0917 1028 1216',
  2016: '0127 0316 0427 0615 0727 0921 1102 1214',
  2017: '0201 0315 0503 0614 0726 0920 1101 1213',
  2018: '0131 0321 0502 0613 0801 0926 1108 1219',
  2019: '0130 0320 0501 0619 0731 0918 1030 1211',
  2020: '0129 0318 0429 0610 0729 0916 1105 1216',
  2021: '0127 0317 0428 0616 0728 0922 1103 1215',
  2022: '0126 0316 0504 0615 0727 0921 1102 1214',
  2023: '0201 0322 0503 0614 0726 0920 1101 1213',
  2024: '0131 0320 0501 0612 0731 0918 1107 1218',
  2025: '0129 0319 0507 0618 0730 0917 1029 1210',
  2026: '0128 0318 0429 0617 0729 0916 1028 1209',
  2027: '0127 0317 0428 0609 0728 0915 1027 1208',
};

/** Scheduled meetings that were called off, with the day that became known: 17-18 March 2020 gave way to 15 March. */
export const FOMC_CANCELLED: Readonly<Record<string, string>> = { '2020-03-18': '2020-03-15' };

/** Statement days with a press conference at 14:15, when the statement came at 12:30. */
export const FOMC_NOON_STATEMENTS: YearsOfDates = {
  2011: '0427 0622 1102',
  2012: '0125 0425 0620 0913 1212',
};

/**
 * Policy actions between scheduled meetings: day of the meeting or vote, day and minute (New York) the public learnt of
 * it where known, and what. Calls without a public action are left out. Sources: federalreserve.gov historical pages.
 */
export const FOMC_UNSCHEDULED: readonly (readonly [
  met: string,
  announced: string,
  minutes: number | undefined,
  what: string,
])[] = [
  ['2001-01-03', '2001-01-03', 795, 'cut of 50 bp'],
  ['2001-04-18', '2001-04-18', 655, 'cut of 50 bp'],
  ['2001-09-17', '2001-09-17', 500, 'cut of 50 bp before markets reopened'],
  ['2007-08-10', '2007-08-10', undefined, 'liquidity statement'],
  ['2007-08-16', '2007-08-17', 495, 'discount rate statement'],
  ['2008-01-21', '2008-01-22', 500, 'cut of 75 bp'],
  ['2008-03-10', '2008-03-11', undefined, 'term securities lending facility'],
  ['2008-09-29', '2008-09-29', undefined, 'swap lines'],
  ['2008-10-07', '2008-10-08', 420, 'coordinated cut of 50 bp'],
  ['2010-05-09', '2010-05-09', undefined, 'swap lines, on a Sunday'],
  ['2011-11-28', '2011-11-30', undefined, 'cheaper swap lines'],
  ['2019-10-04', '2019-10-11', undefined, 'Treasury bill purchases'],
  ['2020-03-03', '2020-03-03', 600, 'cut of 50 bp'],
  [
    '2020-03-15',
    '2020-03-15',
    1020,
    'cut of 100 bp to 0-0.25 %, on a Sunday; replaced the meeting of 17-18 March',
  ],
  ['2020-03-19', '2020-03-19', undefined, 'swap lines'],
  ['2020-03-23', '2020-03-23', 480, 'open-ended purchases'],
  ['2020-03-31', '2020-03-31', undefined, 'repo facility for foreign authorities'],
  ['2020-08-27', '2020-08-27', undefined, 'statement on longer-run goals'],
  ['2025-08-22', '2025-08-22', undefined, 'statement on longer-run goals'],
];
