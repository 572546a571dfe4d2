import { describe, expect, it } from 'vitest';
import { shippedRules } from '../../test/fixtures/rules.ts';
import { dollars } from '../core/units.ts';
import { decideDay } from '../engine/decide-day.ts';
import { recordingHistory } from '../engine/recording-history.ts';
import { historyThrough, type Series } from '../market/history.ts';
import { sampleMarket } from '../market/sample-day.ts';
import { emptyHeld } from '../strategy/held.ts';
import { SERIES_READ } from './series-read.ts';

describe('the series a day reads', () => {
  it('are exactly the ones it is opened with', () => {
    const { snapshot, series, vx } = sampleMarket();
    const spx = series.get('SPX.close');
    // Bank liquidity asks for its second and third series only when the first is there.
    const banks = (name: string): [string, Series][] => (spx === undefined ? [] : [[name, { ...spx, name }]]);
    const all = new Map([
      ...series,
      ...banks('CASACBW027SBOG'),
      ...banks('TASACBW027SBOG'),
      ...banks('DPSACBW027SBOG'),
    ]);
    const past = recordingHistory(historyThrough(all, vx, snapshot.asOf));
    decideDay(snapshot, past, emptyHeld(dollars(250_000)), shippedRules());
    expect([...SERIES_READ].sort()).toEqual(past.asked());
  });
});
