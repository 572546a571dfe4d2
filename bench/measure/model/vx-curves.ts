import { daysBetween, isoDate } from '../../../src/core/dates.ts';
import type { IsoDate } from '../../../src/core/units.ts';
import { optionsClose } from '../../../src/market/session-calendar.ts';
import { yearsToExpiry } from '../../../src/market/settlement.ts';
import { mergeVx } from '../../../src/store/merge-vx.ts';
import { heldDraft } from './held-files.ts';
import { type Closes, closesOn, indexHistory } from './index-history.ts';

/** One future of a day's curve. */
export interface VxPoint {
  readonly expiration: IsoDate;
  /** Calendar days to the settlement morning. */
  readonly days: number;
  /** Years from the close of the options session, when VIX closes too, to the settlement instant, by minutes. */
  readonly expiry: number;
  readonly settle: number;
}

/** The settlements of a session beside the closes a model's state is solved from. */
export interface VxDay {
  readonly session: IsoDate;
  /** Nearest first. */
  readonly futures: readonly VxPoint[];
  readonly closes: Closes;
  /** Parameters may be fitted to the one; the other is only ever looked at. */
  readonly part: 'fit' | 'check';
}

/** Settlements only: tables of closes are left out. */
const FILES = ['cfe_contracts_raw_2004_2015.tar.gz', 'VX1_VX8_2007_2021_quantintell.csv'] as const;
/** VX of 2016-2021 is the check. */
const CHECK_FROM = isoDate('2016-01-01');

async function build(root: string): Promise<readonly VxDay[]> {
  const history = await indexHistory(root);
  const drafts = await Promise.all(FILES.map((file) => heldDraft(root, 'vix_futures', file)));
  const { curves } = mergeVx(drafts.flatMap(({ vx }) => vx));
  return curves.map(({ session, contracts }): VxDay => {
    const close = optionsClose(session);
    const futures = contracts.map(({ expiration, settle }) => ({
      expiration,
      days: daysBetween(session, expiration),
      expiry: yearsToExpiry(close, 'VX', expiration),
      settle,
    }));
    const part = session < CHECK_FROM ? 'fit' : 'check';
    return { session, futures, closes: closesOn(history, session), part };
  });
}

let running: Promise<readonly VxDay[]> | undefined;

/** Monthly VX settlements 2004-2021, ascending by session; read once a process. */
export function vxDays(root: string): Promise<readonly VxDay[]> {
  running ??= build(root);
  return running;
}
