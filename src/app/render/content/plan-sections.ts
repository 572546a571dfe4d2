import type { TradingPlan } from '../../../strategy/trading-plan.ts';
import { cell, left, type Section } from './block.ts';

type Entry = readonly [key: string, value: string];

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `core.rungs.0.dte` and so on: every value of a group under its path. */
function entries(value: unknown, path: string): readonly Entry[] {
  if (isGroup(value)) {
    return Object.entries(value).flatMap(([key, inner]) =>
      entries(inner, path === '' ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(value) && value.some(isGroup)) {
    return value.flatMap((inner, i) => entries(inner, `${path}[${i}]`));
  }
  return [[path, Array.isArray(value) ? value.join(', ') : String(value)]];
}

/** Every number of a plan, group by group, as its file names it. */
export const planSections = (plan: TradingPlan): readonly Section[] =>
  Object.entries(plan).map(([group, value]) => ({
    id: group,
    title: group,
    blocks: [
      {
        kind: 'table',
        caption: group,
        columns: [left('Key'), left('Value', { wraps: true })],
        rows: entries(value, '').map(([key, text]) => [cell(key), cell(text)]),
      },
    ],
  }));
