import { describe, expect, it } from 'vitest';
import { shippedRules } from '../../test/fixtures/rules.ts';
import { dollars } from '../core/units.ts';
import { decideDay } from '../engine/decide-day.ts';
import { recordingHistory } from '../engine/recording-history.ts';
import { historyThrough, type Series } from '../market/history.ts';
import { demoDay } from '../model/demo/demo-market.ts';
import { emptyHeld } from '../strategy/held.ts';
import { SERIES_READ } from './series-read.ts';

describe('the series a day reads', () => {
  it('are exactly the ones it is opened with', () => {
    const { snapshot, series, vx } = demoDay();
    const askedOf = (all: ReadonlyMap<string, Series>): readonly string[] => {
      const past = recordingHistory(historyThrough(all, vx, snapshot.asOf));
      decideDay(snapshot, past, emptyHeld(dollars(250_000)), shippedRules());
      return past.asked();
    };
    // Producer prices are asked for under their older name only when the newer is not there.
    const older = new Map([...series].filter(([name]) => name !== 'PPIFIS'));
    const asked = new Set([...askedOf(series), ...askedOf(older)]);
    expect([...SERIES_READ].sort()).toEqual([...asked].sort());
  });
});
