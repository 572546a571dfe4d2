import { clip } from '../quant/stats.ts';
import type { GroupScore, Score } from './regime-types.ts';
import { isCounted } from './signal/reading.ts';
import type { Reading, Signal } from './signal/signal.ts';
import { isPresent } from './signal/signal.ts';

/** Share of its own weight the volatility group must have for a day to decide anything (methodology 3.1). */
const MIN_VOL_SHARE = 0.6;
const NO_SIGNAL = 50;

interface Group {
  readonly name: string;
  readonly readings: readonly Reading[];
  readonly scored: readonly Signal[];
  readonly weight: number;
  readonly validWeight: number;
}

const weightOf = (readings: readonly Reading[]): number =>
  readings.reduce((sum, { weight }) => sum + weight, 0);

function groupsOf(readings: readonly Reading[]): readonly Group[] {
  const names = [...new Set(readings.map(({ group }) => group))];
  return names.map((name) => {
    const own = readings.filter(({ group }) => group === name);
    const scored = own.filter(isPresent).filter(isCounted);
    return { name, readings: own, scored, weight: weightOf(own), validWeight: weightOf(scored) };
  });
}

/** Points one signal adds to 50: its group's share of the score, times its own share of what the group could read. */
const pointsOf = ({ weight, value }: Signal, group: Group, activeWeight: number): number =>
  ((NO_SIGNAL * group.weight) / activeWeight) * (weight / group.validWeight) * value;

function groupScore(group: Group, activeWeight: number): GroupScore {
  const { name, weight, validWeight, scored } = group;
  if (validWeight === 0) return { group: name, weight, validWeight, contribution: 0 };
  const value = scored.reduce((sum, signal) => sum + (signal.weight / validWeight) * signal.value, 0);
  return {
    group: name,
    weight,
    validWeight,
    value,
    contribution: ((NO_SIGNAL * weight) / activeWeight) * value,
  };
}

/** What the score did without, with the reason a reader needs: absent, or shown and not counted. */
function missingFrom(readings: readonly Reading[]): readonly string[] {
  return readings.flatMap((reading) => {
    if (!isPresent(reading)) return [`${reading.id} ${reading.name}: ${reading.absent}`];
    return isCounted(reading) ? [] : [`${reading.id} ${reading.name}: shown, not counted`];
  });
}

/**
 * Confluence of the day's readings, 0 to 100; 50 says nothing either way.
 *
 *     C = 50 + 50 sum_g W_g (sum_i w_i s_i / sum_i w_i) / sum_g W_g
 *
 * over groups g with at least one signal that counts; W_g is the group's full weight and i runs over its signals that
 * count. So the weight of a missing signal goes to the others of its group and to nobody else, and a group without any
 * drops out. Signals of weight 0 contribute 0.
 *
 * @param minVolShare  least share of the volatility group's weight, decimal; `sufficient` is false below it
 * @see methodology 3.2
 */
export function score(readings: readonly Reading[], minVolShare = MIN_VOL_SHARE): Score {
  const groups = groupsOf(readings);
  const activeWeight = groups.reduce(
    (sum, { weight, validWeight }) => sum + (validWeight > 0 ? weight : 0),
    0,
  );
  const scores = groups.map((group) => groupScore(group, activeWeight));
  const contributions = readings.map((reading) => {
    const group = groups.find(({ name }) => name === reading.group);
    const counts = group !== undefined && isPresent(reading) && isCounted(reading) && reading.weight > 0;
    return { id: reading.id, points: counts ? pointsOf(reading, group, activeWeight) : 0 };
  });
  const vol = groups.find(({ name }) => name === 'vol');
  return {
    value: clip(NO_SIGNAL + scores.reduce((sum, { contribution }) => sum + contribution, 0), 0, 100),
    groups: scores,
    contributions,
    validWeight: groups.reduce((sum, { validWeight }) => sum + validWeight, 0),
    totalWeight: weightOf(readings),
    sufficient: vol !== undefined && vol.weight > 0 && vol.validWeight >= minVolShare * vol.weight,
    missing: missingFrom(readings),
  };
}
