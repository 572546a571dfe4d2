import { daysBetween } from '../core/dates.ts';
import { newYorkClock, showInstant } from '../core/new-york.ts';
import { type IsoDate, MS_PER_MINUTE, type Points } from '../core/units.ts';
import type { Chain, ChainSnapshot } from './chain.ts';
import { parityForward } from './parity-forward.ts';
import type { ChainPassport, Verdict } from './passport.ts';
import { optionsClose, sessionOpen, sessionStatus } from './session-calendar.ts';
import { yearsToExpiry } from './settlement.ts';

/** What the reader counted while it read the rows. */
export interface QuoteCounts {
  readonly contracts: number;
  readonly expirations: number;
  readonly usable: number;
  readonly oneSided: number;
  readonly empty: number;
  readonly crossed: number;
  readonly duplicates: number;
}

/** The forward of the nearest expiration that has one, within sixty days. */
export interface NearestForward {
  readonly expiration: IsoDate;
  readonly value: Points;
}

export interface ChainCheck {
  readonly passport: ChainPassport;
  readonly forward?: NearestForward;
}

/** Fewer two-sided quotes than this cannot hold one expiration of strikes and its neighbours. */
const MIN_USABLE = 100;
/** Below this share of two-sided quotes the vendor had wiped them: wiped files have 3 %, sound ones 70 % and more. */
const MIN_USABLE_SHARE = 0.25;
/** Strikes off parity before the quotes are used with care, and before they are not used. */
const CARE_VIOLATIONS = 0.1;
const REFUSE_VIOLATIONS = 0.5;
/** Crossed quotes, as a share, before they are worth a word. */
const CARE_CROSSED = 0.001;
/** A forward further out than this (calendar days) lies away from the index for good reasons: rates and dividends. */
const NEAR_DAYS = 60;
/** A quote that waits fifteen minutes at the vendor still belongs to the close. */
const DELAY_MS = 20 * MS_PER_MINUTE;

export interface Finding {
  readonly verdict: Exclude<Verdict, 'use'>;
  readonly text: string;
}

interface Parity {
  readonly violations: number;
  readonly checked: number;
  readonly forward?: NearestForward;
}

/** Parity over every expiration that has a forward. */
function parityOf({ chains, asOf, session }: ChainSnapshot): Parity {
  let [violations, checked] = [0, 0];
  let forward: NearestForward | undefined;
  for (const chain of [...chains].sort(byExpiration)) {
    const found = parityForward(chain, yearsToExpiry(asOf, chain.root, chain.expiration));
    if (!found.ok) continue;
    violations += found.value.violations;
    checked += found.value.strikesChecked;
    if (daysBetween(session, chain.expiration) > NEAR_DAYS) continue;
    forward ??= { expiration: chain.expiration, value: found.value.forward };
  }
  return { violations, checked, ...(forward === undefined ? {} : { forward }) };
}

const byExpiration = (a: Chain, b: Chain): number => daysBetween(b.expiration, a.expiration);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function dayFindings({ session }: ChainSnapshot): readonly Finding[] {
  const status = sessionStatus(session);
  const refuse = (text: string): readonly Finding[] => [{ verdict: 'refuse', text }];
  switch (status.kind) {
    case 'session':
      return [];
    case 'holiday':
      return refuse(`${session} is ${status.name}, not a session: a holiday copy`);
    case 'weekend':
      return refuse(`${session} is a weekend day, not a session: a stale copy`);
    case 'unknown':
      return refuse(`${session} lies outside the session calendar`);
  }
}

/** Early exercise breaks parity as an equality, so SPY's violations are counted and not held against it. */
function quoteFindings(
  { usable, contracts, crossed }: QuoteCounts,
  parity: Parity,
  isEuropean: boolean,
): readonly Finding[] {
  const found: Finding[] = [];
  const of = `${usable} of ${contracts} contracts have a two-sided quote`;
  if (usable < MIN_USABLE_SHARE * contracts)
    found.push({ verdict: 'refuse', text: `quotes wiped: only ${of}` });
  else if (usable < MIN_USABLE) found.push({ verdict: 'refuse', text: `too few quotes: ${of}` });
  else if (parity.forward === undefined)
    found.push({ verdict: 'refuse', text: `no expiration within ${NEAR_DAYS} days has a parity forward` });
  const off = isEuropean && parity.checked > 0 ? parity.violations / parity.checked : 0;
  const text = `${parity.violations} of ${parity.checked} strikes near the money break put-call parity`;
  if (off > REFUSE_VIOLATIONS) found.push({ verdict: 'refuse', text });
  else if (off > CARE_VIOLATIONS) found.push({ verdict: 'use-with-care', text });
  if (crossed > CARE_CROSSED * contracts) {
    found.push({
      verdict: 'use-with-care',
      text: `${crossed} contracts are crossed (${percent(crossed / contracts)})`,
    });
  }
  return found;
}

/** When the quotes were taken, where that is not the close of the options session. */
function timeFindings({ session, asOf, timeRecorded }: ChainSnapshot): readonly Finding[] {
  if (sessionStatus(session).kind !== 'session') return [];
  const care = (text: string): readonly Finding[] => [{ verdict: 'use-with-care', text }];
  if (!timeRecorded) return care(`no time recorded: taken as of the close, ${showInstant(asOf)}`);
  if (newYorkClock(asOf).date !== session || asOf > optionsClose(session) + DELAY_MS) {
    return care(`taken after the close, ${showInstant(asOf)}: outside the regular session`);
  }
  if (asOf < sessionOpen(session)) return care(`taken before the open, ${showInstant(asOf)}`);
  return asOf < optionsClose(session) - DELAY_MS
    ? care(`taken during the session, ${showInstant(asOf)}`)
    : [];
}

const RANK: Readonly<Record<Verdict, number>> = { use: 0, 'use-with-care': 1, refuse: 2 };

/** The worse of a passport's verdict and new findings, with the reasons of both, worst first. */
export function withFindings(passport: ChainPassport, findings: readonly Finding[]): ChainPassport {
  const isRefused = passport.verdict === 'refuse';
  const refusals = findings.filter(({ verdict }) => verdict === 'refuse').map(({ text }) => text);
  const cares = findings.filter(({ verdict }) => verdict !== 'refuse').map(({ text }) => text);
  const reasons = isRefused
    ? [...passport.reasons, ...refusals, ...cares]
    : [...refusals, ...passport.reasons, ...cares];
  const verdict = [passport.verdict, ...findings.map((finding) => finding.verdict)].reduce((a, b) =>
    RANK[b] > RANK[a] ? b : a,
  );
  return { ...passport, verdict, reasons };
}

/**
 * Judges one chain on the file alone: is the day a session, are there quotes, do they obey parity, when were they
 * taken. What needs other data (the close, the file of the day before) is added by `judgeChain`.
 *
 * @param counts  as the reader counted them
 * @param file  the name to show
 */
export function checkChain(snapshot: ChainSnapshot, counts: QuoteCounts, file: string): ChainCheck {
  const parity = parityOf(snapshot);
  const passport: ChainPassport = {
    underlying: snapshot.underlying,
    session: snapshot.session,
    asOf: snapshot.asOf,
    timeRecorded: snapshot.timeRecorded,
    quotes: snapshot.quotes,
    file,
    source: snapshot.source,
    contracts: counts.contracts,
    expirations: counts.expirations,
    usable: counts.usable,
    oneSided: counts.oneSided,
    empty: counts.empty,
    crossed: counts.crossed,
    duplicates: counts.duplicates,
    parityViolations: parity.violations,
    strikesChecked: parity.checked,
    verdict: 'use',
    reasons: [],
  };
  const findings = [
    ...dayFindings(snapshot),
    ...quoteFindings(counts, parity, snapshot.underlying !== 'SPY'),
    ...timeFindings(snapshot),
  ];
  return {
    passport: withFindings(passport, findings),
    ...(parity.forward === undefined ? {} : { forward: parity.forward }),
  };
}
