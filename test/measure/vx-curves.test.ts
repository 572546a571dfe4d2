import { beforeAll, expect, it } from 'vitest';
import { type VxDay, vxDays } from '../../bench/measure/model/vx-curves.ts';
import { median } from '../../src/quant/stats.ts';
import { describeWithShared, sharedPath } from '../shared-data.ts';

describeWithShared('VX curves beside the indices', () => {
  let days: readonly VxDay[];
  beforeAll(async () => {
    days = await vxDays(sharedPath());
  });

  it('run from the first session of VX to December 2021, ascending', () => {
    const sessions = days.map(({ session }) => session);
    expect([sessions[0], sessions.at(-1)]).toEqual(['2004-03-26', '2021-12-23']);
    expect(sessions).toEqual([...new Set(sessions)].sort());
  });

  it('are split at the end of 2015', () => {
    expect(days.filter(({ part }) => part === 'fit').at(-1)?.session).toBe('2015-12-31');
    expect(days.find(({ part }) => part === 'check')?.session).toBe('2016-01-04');
  });

  it('ascend by days, and settle 6 3/4 hours short of whole days after 16:15', () => {
    for (const { session, futures } of days) {
      const counts = futures.map((future) => future.days);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      expect(counts[0]).toBeGreaterThan(0);
      for (const future of futures) {
        // An hour either way where the clocks change between, three more on the half days.
        const hours = 24 * (future.days - 365 * future.expiry);
        expect([3.75, 2.75, 4.75, 5.75, 6.75, 7.75], `${session} ${future.expiration}`).toContain(
          Math.round(hours * 100) / 100,
        );
      }
    }
  });

  it('end at VIX: on the eve of settlement the future is within 2 % of it, in the median', () => {
    const gaps = days.flatMap(({ closes, futures }) =>
      futures
        .filter((future) => future.days === 1 && closes.vix !== undefined)
        .map(({ settle }) => Math.abs(Math.log(settle / (closes.vix as number)))),
    );
    expect(gaps.length).toBeGreaterThan(190);
    expect(median(gaps)).toBeLessThan(0.02);
  });

  it('hold no misprint and no invented rank', () => {
    const on = (session: string) => days.find((day) => day.session === session)?.futures ?? [];
    expect(Math.min(...on('2008-04-21').map(({ settle }) => settle))).toBeGreaterThan(15); // two rows say 1.00
    expect(Math.max(...on('2007-06-15').map((future) => future.days))).toBeGreaterThan(300); // a far contract, listed
    expect(on('2021-12-23')).toHaveLength(8);
  });
});
