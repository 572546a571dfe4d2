import { epochMs } from '../../../src/core/units.ts';
import { checkedSeries, type History, type Series, type VxCurve } from '../../../src/market/history.ts';
import type { IndexHistory, IndexName } from './index-history.ts';

/** Only the closes a model's state is solved from. */
const NAMES = { spx: 'SPX.close', vix: 'VIX.close', vix3m: 'VIX3M.close' } as const;

function seriesOf(history: IndexHistory, index: keyof typeof NAMES & IndexName): Series {
  const kept = Array.from(history[index].keys()).filter((i) => !Number.isNaN(history[index][i]));
  return checkedSeries({
    name: NAMES[index],
    days: Int32Array.from(kept, (i) => history.days[i] as number),
    values: Float64Array.from(kept, (i) => history[index][i] as number),
    availableAt: new Float64Array(kept.length),
    tags: [],
  });
}

/** Every close as if known: for functions that look at one session of it and not beyond. */
export function historyOfCloses(history: IndexHistory, vx: readonly VxCurve[] = []): History {
  const series = new Map(
    (Object.keys(NAMES) as (keyof typeof NAMES)[]).map((index) => [
      NAMES[index] as string,
      seriesOf(history, index),
    ]),
  );
  return {
    through: epochMs(Number.MAX_SAFE_INTEGER),
    series: (name) => series.get(name),
    names: [...series.keys()],
    vx,
  };
}
