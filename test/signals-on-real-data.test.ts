import { beforeAll, expect, it } from 'vitest';
import { importedMarket, pastOf } from '../bench/measure/signal-days.ts';
import type { MarketData } from '../src/app/read-market-data.ts';
import { isoDate } from '../src/core/dates.ts';
import { sessionsIn } from '../src/market/session-calendar.ts';
import { regimeThrough } from '../src/strategy/regime-through.ts';
import { readSignals } from '../src/strategy/signal/read-signals.ts';
import { isPresent } from '../src/strategy/signal/signal.ts';
import { describeWithShared, sharedPath } from './shared-data.ts';

describeWithShared('signals on real data', () => {
  let market: MarketData;
  beforeAll(async () => {
    market = await importedMarket(sharedPath());
  });

  it('gives the same regime and memory after 60 sessions of warm-up as after 250', () => {
    const past = pastOf(market);
    const sessions = sessionsIn(isoDate('2008-01-02'), isoDate('2021-12-23')).filter((_, i) => i % 11 === 0);
    const different = sessions.filter((session) => {
      const [short, long] = [undefined, 250].map((warmUp) =>
        regimeThrough(past(session), session, undefined, undefined, warmUp),
      );
      return JSON.stringify(short?.memory) !== JSON.stringify(long?.memory);
    });
    expect(sessions.length).toBeGreaterThan(300);
    expect(different).toEqual([]);
  });

  it('says on 2025-07-16 which series had ended', () => {
    const session = isoDate('2025-07-16');
    const missing = readSignals({ session, past: pastOf(market)(session) }).flatMap((one) =>
      isPresent(one) ? [] : [`${one.id} ${one.absent}`],
    );
    expect(missing).toContain('S07 NYAD.close: no value since 2025-07-09');
    expect(missing).toContain('S11 RBUSBIS: no value since 2023-10-01');
    expect(missing).toContain('S04 VX curve: no value since 2022-04-08');
  });
});
