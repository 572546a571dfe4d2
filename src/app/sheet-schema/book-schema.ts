import { z } from 'zod';
import { position } from './contract-schema.ts';
import { cents, count, isoDate, share } from './scalar.ts';
import { regimeMemory } from './score-schema.ts';

export const scenarioRow = z
  .strictObject({
    id: z.enum(['S1', 'S2', 'S3', 'S4', 'S5']),
    label: z.string(),
    spx: share.describe('relative move of SPX, decimal'),
    vix: z.number(),
    vx: z.tuple([z.number(), z.number(), z.number()]).describe('points added to VX at 30, 110 and 220 days'),
    days: count,
    core: cents,
    hedge: cents,
    net: cents,
    netShareOfNav: share,
    unpriced: count.describe('legs that could not be valued and are left out of the sums'),
    note: z.string(),
  })
  .meta({ id: 'ScenarioRow' });

export const limitRow = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    used: z.number(),
    cap: z.number(),
    hard: z.exactOptional(z.number()),
    left: z.number(),
    unit: z.enum(['% NAV', 'multiple', '% NAV per vol point', '% NAV per day']),
    within: z.boolean(),
  })
  .meta({ id: 'LimitRow' });

const greeks = z.strictObject({ delta: z.number(), gamma: z.number(), theta: cents, vega: cents });

export const bookView = z
  .strictObject({
    nav: cents,
    cash: cents,
    positions: z.array(
      z.strictObject({
        id: z.string(),
        purpose: z.string(),
        label: z.string(),
        opened: isoDate,
        dte: count,
        premium: cents,
        value: z.exactOptional(cents),
        valueSource: z.exactOptional(z.enum(['quoted', 'modelled'])),
      }),
    ),
    margin: cents,
    greeks: greeks.describe('index legs, in points of the S&P 500'),
    volatilityGreeks: greeks.describe('VIX legs; their vega is to the vol of VIX'),
  })
  .meta({ id: 'BookView' });

export const held = z
  .strictObject({
    book: z.strictObject({ cash: cents, positions: z.array(position) }),
    memory: z.strictObject({
      regime: z.exactOptional(regimeMemory),
      navHigh: z.exactOptional(cents),
      navBase: z.exactOptional(cents),
      hedgeFlows: z.array(z.strictObject({ session: isoDate, layer: z.string(), amount: cents })),
      lineageRolls: z.record(z.string(), count),
    }),
  })
  .meta({ id: 'Held', description: 'what this day hands to the next: the book and the memory of the plan' });
