import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/dates.ts';
import { sha256 } from '../../core/hash.ts';
import { sessionsIn } from '../../market/session-calendar.ts';
import { logReturns, stdDev } from '../../quant/stats.ts';
import { SPECIFIED_MODEL } from '../two-factor.ts';
import { varianceWindow, volIndexAt } from '../variance-window.ts';
import { restingState, type World } from './world.ts';
import { type WorldPath, worldPath } from './world-path.ts';
import { worldPlan } from './world-plan.ts';
import { P_Q_JUMPS_WORLD, P_WORLD, qWorld, SPECIFIED_P_WORLD } from './world-presets.ts';

const YEAR = sessionsIn(isoDate('2024-01-02'), isoDate('2024-12-31'));
const DECADES = sessionsIn(isoDate('1990-01-02'), isoDate('2024-12-31'));
const START = { spx: 4742.83, x: -0.13, y: -0.44 };
const pathOf = (world: World, seed: number, sessions = YEAR): WorldPath =>
  worldPath(worldPlan(world, SPECIFIED_MODEL, sessions), START, seed);

const columns = ({ spxOpen, xOpen, yOpen, spxClose, xClose, yClose }: WorldPath): readonly Float64Array[] => [
  spxOpen,
  xOpen,
  yOpen,
  spxClose,
  xClose,
  yClose,
];
const hashOfPath = (path: WorldPath): string =>
  sha256(
    columns(path)
      .map((column) => Array.from(column).join())
      .join(),
  );

describe('a path', () => {
  // Fingerprints of one year, 252 sessions: a change of any bit of any column changes them.
  it.each([
    [P_WORLD, '909686ee6cf96790a939d8c7d53dc7e7771afae2f6dc1355c5fee1eebe61ffb0'],
    [SPECIFIED_P_WORLD, '66a4209b6e1679b3a3e01f788b9e8c4289945bb7c57f1578a58cdf761c2de166'],
    [P_Q_JUMPS_WORLD, '75d2b94115511ab47e56204a6b318bf776f4a3b07c790a254ba0edfcc545ac7b'],
    [qWorld(0.01), '1ac445ed30f54dbac2af25b14bf3de4eefa59ac2a95a36fa3b46346b88d91c25'],
  ])('of world $name is the same to the bit from the same seed', (world, fingerprint) => {
    expect(hashOfPath(pathOf(world, 20_240_102))).toBe(fingerprint);
  });

  it('is another from the next seed', () => {
    expect(hashOfPath(pathOf(P_WORLD, 1))).not.toBe(hashOfPath(pathOf(P_WORLD, 2)));
  });

  it('starts at the close of the first session and stays finite', () => {
    const path = pathOf(P_WORLD, 3, DECADES);
    expect(columns(path).map((column) => column.length)).toEqual(Array(6).fill(DECADES.length));
    expect([path.spxOpen[0], path.spxClose[0]].map((spx) => spx?.toFixed(8))).toEqual([
      '4742.83000000',
      '4742.83000000',
    ]);
    expect([path.xOpen[0], path.yClose[0]]).toEqual([START.x, START.y]);
    expect(columns(path).every((column) => column.every(Number.isFinite))).toBe(true);
  });

  it('of fewer sessions is the beginning of the longer one', () => {
    const short = pathOf(qWorld(0), 5, YEAR.slice(0, 50));
    expect(pathOf(qWorld(0), 5).xOpen.slice(0, 50)).toEqual(short.xOpen);
  });

  it('meets the same noise in a world with other jumps', () => {
    // No co-jump and no floor: then jumps leave the factors alone, and both worlds show the same ones.
    const { coJump: _, floor: __, ...still } = P_WORLD;
    const [own, priced] = [pathOf(still, 9), pathOf({ ...still, jumps: 'pricing' }, 9)];
    expect(own.xClose).toEqual(priced.xClose);
    expect(own.spxClose).not.toEqual(priced.spxClose);
  });

  it.each([1.5, Number.NaN])('is refused from the seed %s', (seed) => {
    expect(() => pathOf(P_WORLD, seed)).toThrow(`seed must be an integer, was ${seed}`);
  });

  it.each([
    [{ ...START, spx: 0 }, 'start.spx must be finite and > 0, was 0'],
    [{ ...START, x: Number.NaN }, 'start.x must be finite, was NaN'],
  ])('is refused from %o', (start, message) => {
    expect(() => worldPath(worldPlan(P_WORLD, SPECIFIED_MODEL, YEAR), start, 1)).toThrow(message);
  });
});

describe('eight times 35 years of the P-world', () => {
  const plan = worldPlan(P_WORLD, SPECIFIED_MODEL, DECADES);
  const window = varianceWindow(SPECIFIED_MODEL, 30);
  const paths = Array.from({ length: 8 }, (_, n) =>
    worldPath(plan, { spx: 100, ...restingState(P_WORLD) }, 31 + n),
  );
  const vix = paths.map(({ xClose, yClose }) =>
    xClose.map((x, i) => volIndexAt(window, x, yClose[i] as number)),
  );
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;

  it('has volatilities and levels as markets have them, wide margins around every path', () => {
    for (const { spxClose } of paths) {
      const annual = stdDev(logReturns(spxClose)) * Math.sqrt(252);
      expect(annual).toBeGreaterThan(0.12);
      expect(annual).toBeLessThan(0.27);
    }
    for (const column of vix) {
      expect(mean(column)).toBeGreaterThan(15);
      expect(mean(column)).toBeLessThan(26);
      expect(Math.max(...column)).toBeLessThan(130);
      expect(Math.min(...column)).toBeGreaterThan(8);
    }
  });

  it('keeps its floors', () => {
    for (const { xClose, yOpen } of paths) {
      expect(Math.min(...xClose)).toBeGreaterThanOrEqual(-1.8);
      expect(Math.min(...yOpen)).toBeGreaterThanOrEqual(-1.62);
    }
  });

  it('charges more for variance than it delivers', () => {
    const charged = vix.map((column) => mean(column.map((value) => (value / 100) ** 2)));
    const delivered = paths.map(({ spxClose }) => mean(logReturns(spxClose).map((r) => 252 * r * r)));
    charged.forEach((variance, n) => {
      expect(delivered[n]).toBeLessThan(variance);
    });
  });
});
