import { z } from 'zod';
import { REGIME_LABELS } from '../../strategy/regime-types.ts';
import { count, isoDate } from './scalar.ts';

const group = z.enum(['vol', 'breadth', 'macro', 'liquidity', 'flows', 'research']);
const named = { id: z.string(), name: z.string(), concept: z.string(), group, weight: z.number() };

const signal = z
  .strictObject({
    ...named,
    value: z.number().min(-1).max(1).describe('+ benign for premium selling, - hedge more and sell less'),
    direction: z.enum(['benign', 'neutral', 'adverse']),
    evidence: z.string(),
    inputs: z.record(z.string(), z.number()),
    asOf: isoDate,
    tags: z.array(z.string()),
  })
  .meta({ id: 'Signal' });

const absentSignal = z
  .strictObject({ ...named, absent: z.string().describe('why it could not be read') })
  .meta({ id: 'AbsentSignal' });

export const reading = z.union([signal, absentSignal]).meta({ id: 'Reading' });

export const score = z
  .strictObject({
    value: z.number().min(0).max(100),
    groups: z.array(
      z.strictObject({
        group: z.string(),
        weight: z.number(),
        validWeight: z.number(),
        value: z.exactOptional(z.number()),
        contribution: z.number(),
      }),
    ),
    contributions: z.array(z.strictObject({ id: z.string(), points: z.number() })),
    validWeight: z.number(),
    totalWeight: z.number(),
    sufficient: z.boolean(),
    missing: z.array(z.string()),
  })
  .meta({ id: 'Score' });

const label = z.enum(REGIME_LABELS);

export const regimeMemory = z
  .strictObject({
    session: isoDate,
    label,
    exitStreak: count,
    sessionsSinceStress: z.exactOptional(count),
    sessionsInRecovery: count,
  })
  .meta({ id: 'RegimeMemory' });

export const regime = z
  .strictObject({
    label,
    raw: label,
    borders: z.array(
      z.strictObject({ rule: z.string(), observed: z.number(), border: z.number(), crossed: z.boolean() }),
    ),
    note: z.string(),
    memory: regimeMemory,
  })
  .meta({ id: 'Regime' });
