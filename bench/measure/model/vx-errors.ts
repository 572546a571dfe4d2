import { yearOf } from '../../../src/core/dates.ts';
import { sessionState } from '../../../src/model/history/session-state.ts';
import type { JointModel } from '../../../src/model/joint-model.ts';
import { vixLaw } from '../../../src/model/vix-law.ts';
import { historyOfCloses } from './history-of-closes.ts';
import { indexHistory } from './index-history.ts';
import { vxDays } from './vx-curves.ts';

/** Calendar days to settlement a bucket ends at, and its name. */
export const VX_BUCKETS = [
  { upTo: 10, name: '1-10' },
  { upTo: 30, name: '11-30' },
  { upTo: 60, name: '31-60' },
  { upTo: 90, name: '61-90' },
  { upTo: 120, name: '91-120' },
  { upTo: 180, name: '121-180' },
  { upTo: 280, name: '181-280' },
] as const;
export type VxBucket = (typeof VX_BUCKETS)[number]['name'];

/** One settled future beside the model's, which knows VIX and VIX3M alone. */
export interface VxError {
  readonly year: number;
  readonly part: 'fit' | 'check';
  readonly vix3m: 'real' | 'proxied';
  readonly bucket: VxBucket;
  /** ln(model / settled). */
  readonly error: number;
}

/** Nothing is asked of futures beyond the last bucket. */
const bucketOf = (days: number): VxBucket | undefined => VX_BUCKETS.find(({ upTo }) => days <= upTo)?.name;

/** First year of the measurement. */
const FROM = 2007;

export async function measureVxErrors(root: string, model: JointModel): Promise<readonly VxError[]> {
  const past = historyOfCloses(await indexHistory(root));
  const errors: VxError[] = [];
  for (const { session, futures, part } of await vxDays(root)) {
    const year = yearOf(session);
    if (year < FROM) continue;
    const found = sessionState(model, past, session);
    if (!found.ok) continue;
    const { state, tags } = found.value;
    for (const { days, expiry, settle } of futures) {
      const bucket = bucketOf(days);
      if (bucket === undefined) continue;
      const { future } = vixLaw(model.parameters, model.vix, state, expiry);
      errors.push({ year, part, vix3m: tags.vix3m, bucket, error: Math.log(future / settle) });
    }
  }
  return errors;
}
