import fc from 'fast-check';
import { expect, it } from 'vitest';
import { butterflyRoom, calendarRoom, type EssviParams } from './essvi.ts';
import { logsOf, sliceOf } from './essvi-logs.ts';
import { fillRuleSlopes, fillRules, ruleCount } from './essvi-rules.ts';

const anySlice = fc.record({
  theta: fc.double({ min: 1e-4, max: 0.1, noNaN: true }),
  rho: fc.double({ min: -0.95, max: 0.95, noNaN: true }),
  psi: fc.double({ min: 0.01, max: 3, noNaN: true }),
});
const anySlices = fc.array(anySlice, { minLength: 1, maxLength: 4 });

const roomsOf = (slices: readonly EssviParams[]): Float64Array => {
  const logs = logsOf(slices);
  const room = new Float64Array(ruleCount(logs));
  fillRules(logs, room);
  return room;
};

it('gives slices back from their logs', () => {
  fc.assert(
    fc.property(anySlices, (slices) => {
      slices.forEach((slice, i) => {
        const back = sliceOf(logsOf(slices), i);
        for (const name of ['theta', 'rho', 'psi'] as const) expect(back[name]).toBeCloseTo(slice[name], 12);
      });
    }),
  );
});

it('are all kept exactly when no slice has butterfly arbitrage and none crosses the next, by the rules for slices', () => {
  let kept = 0;
  fc.assert(
    fc.property(anySlices, (slices) => {
      const rooms = [
        ...slices.map(butterflyRoom),
        ...slices.slice(1).map((slice, i) => calendarRoom(slices[i] as EssviParams, slice)),
      ];
      fc.pre(rooms.every((room) => Math.abs(room) > 1e-9)); // on the edge rounding decides
      const isFree = rooms.every((room) => room > 0);
      kept += isFree ? 1 : 0;
      expect(fillRules(logsOf(slices), new Float64Array(9 * slices.length - 2))).toBe(isFree);
    }),
    { numRuns: 300 },
  );
  expect(kept).toBeGreaterThan(10);
});

it('have the slopes of their values', () => {
  fc.assert(
    fc.property(anySlices, (slices) => {
      const logs = logsOf(slices);
      const slopes = new Float64Array(6 * ruleCount(logs));
      fillRuleSlopes(logs, slopes);
      const h = 1e-6;
      for (let v = 0; v < logs.length; v++) {
        const at = (step: number): Float64Array => {
          const room = new Float64Array(ruleCount(logs));
          fillRules(
            logs.map((x, i) => (i === v ? x + step : x)),
            room,
          );
          return room;
        };
        const [up, down] = [at(h), at(-h)];
        up.forEach((room, j) => {
          const place = v - 3 * Math.floor(j / 9);
          const slope = place >= 0 && place < 6 ? (slopes[6 * j + place] as number) : 0;
          expect(Math.abs((room - (down[j] as number)) / (2 * h) - slope)).toBeLessThan(1e-8);
        });
      }
    }),
    { numRuns: 30 },
  );
});

it('number nine to a slice, seven to the last', () => {
  const slice = { theta: 0.01, rho: 0, psi: 0.1 };
  expect(roomsOf([slice])).toHaveLength(7);
  expect(roomsOf([slice, slice, slice])).toHaveLength(25);
});
