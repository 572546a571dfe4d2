import { z } from 'zod';
import { PURPOSES } from '../../portfolio/position.ts';
import { PROJECTED_CASES } from '../../portfolio/scenario/projection.ts';
import { cents, count, epochMs, isoDate, points, quoteKind, sha256, share } from '../sheet-schema/scalar.ts';

/** The name of the contract; the file in `schema/` is generated from here. */
const SCHEMA_ID = 'urn:alvh:scenario:1';

const purpose = z.enum(PURPOSES);
const spxMove = share.describe('relative move of SPX, decimal');
const vixMove = z.number().describe('change of VIX, points');
const level = z.number().describe('vol points');

const coreAndHedge = {
  core: cents.describe('condors, US cents'),
  hedge: cents.describe('layers L1 to L3, US cents'),
  other: cents.describe('whatever else is held, US cents'),
  total: cents,
};

const levels = {
  spx: points,
  vix: level,
  vix3m: level,
  vx30: level.describe('VX future 30 days out'),
};

const clip = z
  .strictObject({
    code: z.enum([
      'vix-held',
      'spx-beyond-record',
      'state-outside-grid',
      'maturity-outside-grid',
      'strike-outside-grid',
      'strike-outside-quotes',
      'beyond-vx-curve',
    ]),
    subject: z.exactOptional(z.string().describe('contract symbol, or factor x or y')),
    asked: z.number(),
    used: z.number().describe('the edge it was held at'),
  })
  .meta({ id: 'Clip' });

const replayId = z.enum(['oct-1987', 'aug-2011', 'aug-2015', 'feb-2018', 'mar-2020', 'aug-2024', 'apr-2025']);

const sessions = z.union([z.literal(1), z.literal(5), z.literal(21)]);

const origin = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('shock'),
      slope: z.exactOptional(
        z.number().describe('power with which VIX3M follows VIX; absent: the measured rule'),
      ),
    }),
    z.strictObject({ kind: z.literal('sizing'), id: z.enum(['S1', 'S2', 'S3', 'S4', 'S5']) }),
    z.strictObject({
      kind: z.literal('preset'),
      preset: z.enum(['p10', 'median', 'p90', 'model']),
      sessions,
      record: z.exactOptional(
        z.strictObject({
          n: count.describe('windows of history'),
          episodes: count.describe('windows that do not overlap'),
          isThin: z.boolean(),
        }),
      ),
    }),
    z.strictObject({
      kind: z.literal('replay'),
      replay: replayId,
      stage: z.enum(['worst-day', 'calm-week', 'peak', 'trough']),
      from: isoDate,
      to: isoDate,
      start: z.enum(['calm', 'stressed', 'unknown']).describe('VIX below 20 on the first day, or not'),
      vx30Then: z.exactOptional(share.describe('relative change of the 30-day VX future then')),
      notes: z.array(z.enum(['from-stress', 'vx-understated', 'vix-brought'])),
    }),
  ])
  .meta({ id: 'Origin' });

const leg = z
  .strictObject({
    position: z.string(),
    purpose,
    symbol: z.string(),
    quantity: count.describe('contracts: + long, - short'),
    pricing: z
      .enum(['anchored', 'modelled'])
      .describe('anchored: forward and vol both rest on quotes of the day'),
    forward: z.enum(['parity', 'interpolated', 'vix-options', 'vx', 'model']),
    vol: z.enum(['smile', 'quote', 'model', 'none']),
    value: points.describe('worth today per contract, points of its own underlying'),
  })
  .meta({ id: 'ScenarioLeg' });

const outcome = z
  .strictObject({
    id: z.string(),
    origin,
    spxMove,
    vixMove,
    days: count.describe('calendar days that pass'),
    levels: z.strictObject(levels).describe('afterwards'),
    ...coreAndHedge,
    shareOfNav: share,
    layers: z.array(
      z.strictObject({
        purpose,
        pnl: cents,
        shareOfCoreLoss: z.exactOptional(share.describe('of a hedge layer, where the core loses')),
      }),
    ),
    positions: z.array(z.strictObject({ id: z.string(), purpose, pnl: cents })),
    legs: z
      .array(
        z.strictObject({
          symbol: z.string(),
          position: z.string(),
          after: points.describe('worth afterwards per contract, points of its own underlying'),
          hasSettled: z.boolean(),
          pnl: cents,
        }),
      )
      .describe('in the order of the legs of the report'),
    clipped: z.array(clip),
  })
  .meta({ id: 'Outcome' });

const rows = z.array(z.array(z.number().int())).describe('US cents: a row per VIX, a column per SPX');

const grid = z
  .strictObject({
    spx: z.array(spxMove),
    vix: z.array(vixMove),
    days: count,
    cells: z.strictObject({ core: rows, hedge: rows, other: rows, total: rows }),
    likely: z
      .array(z.strictObject({ spx: spxMove, vix: vixMove }))
      .describe('change of VIX the model expects beside each move over a week'),
    leftOut: z.array(level).describe('VIX the model does not show'),
    clipped: z.array(clip),
  })
  .meta({ id: 'ScenarioGrid' });

const amounts = z.array(z.number().int());

const lines = z
  .strictObject({
    spx: z.array(spxMove),
    lines: z.array(z.strictObject({ vix: vixMove, total: amounts, unhedged: amounts })),
  })
  .meta({ id: 'ScenarioLines' });

const projectedCase = z.enum(PROJECTED_CASES);

const projection = z
  .strictObject({
    cells: z.array(
      z.strictObject({ days: count, case: projectedCase, spx: spxMove, vix: level, ...coreAndHedge }),
    ),
    leftOut: z.array(z.strictObject({ days: count, case: projectedCase })),
    clipped: z.array(clip),
  })
  .meta({ id: 'Projection' });

/** The public contract of `alvh scenario --json`; unknown keys are refused on both sides. */
export const scenarioSchema = z.strictObject({
  schema: z.literal('alvh.scenario/1'),
  date: isoDate,
  asOf: epochMs.describe('the instant the quotes speak of'),
  quotes: quoteKind,
  plan: z.strictObject({
    name: z.string(),
    version: z.string(),
    profile: z.enum(['steward', 'promoter']),
  }),
  source: z
    .enum(['book', 'orders', 'candidate'])
    .describe(
      'what is shocked: the book; where it is empty the proposed orders; else the nearest condor not taken',
    ),
  nav: cents,
  market: z.strictObject({
    ...levels,
    vix3mSource: z.enum(['published', 'proxied']),
    vixLowest: level.describe('a shock may lead VIX from here'),
    vixHighest: level.describe('to here'),
  }),
  positions: z.array(z.strictObject({ id: z.string(), purpose, label: z.string() })),
  legs: z.array(leg),
  outcomes: z.array(outcome),
  indexOnly: z.array(replayId).describe('replays left out because VIX did not exist'),
  grid: z.exactOptional(grid),
  lines: z.exactOptional(lines),
  projection: z.exactOptional(projection),
  caveats: z.array(z.string()),
  hashes: z.strictObject({ inputs: sha256, plan: sha256, scenario: sha256 }),
});

/** JSON Schema 2020-12 of the contract, as text. */
export function scenarioSchemaText(): string {
  const schema = z.toJSONSchema(scenarioSchema, { target: 'draft-2020-12' });
  const { $schema, ...rest } = schema;
  const titled = { $schema, $id: SCHEMA_ID, title: 'ALVH scenario report', ...rest };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
