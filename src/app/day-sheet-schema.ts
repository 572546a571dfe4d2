import { z } from 'zod';
import { bookView, held, limitRow, scenarioRow } from './sheet-schema/book-schema.ts';
import { order } from './sheet-schema/contract-schema.ts';
import { decision, upcomingEvent } from './sheet-schema/decision-schema.ts';
import { marketView, payoffView } from './sheet-schema/market-schema.ts';
import { dayPassport } from './sheet-schema/passport-schema.ts';
import { cents, epochMs, isoDate, quoteKind, sha256, share } from './sheet-schema/scalar.ts';
import { reading, regime, score } from './sheet-schema/score-schema.ts';

/** The name of the contract; the file in `schema/` is generated from here. */
const SCHEMA_ID = 'urn:alvh:day-sheet:1';

/**
 * The public contract of `alvh day --json`. Unknown keys are refused on both sides: a field that is added, renamed or
 * dropped without a new `schema` version fails a test.
 */
export const daySheetSchema = z.strictObject({
  schema: z.literal('alvh.day-sheet/1'),
  date: isoDate,
  asOf: epochMs.describe('the instant of the decision; nothing known later is used'),
  executeOn: isoDate.describe('the session the orders are for'),
  quotes: quoteKind,
  plan: z.strictObject({
    name: z.string(),
    version: z.string(),
    profile: z.enum(['steward', 'promoter']),
  }),
  passport: dayPassport,
  market: marketView,
  signals: z.array(reading),
  score,
  regime,
  decisions: z.array(decision),
  orders: z.array(order),
  scenarios: z.array(scenarioRow),
  limits: z.array(limitRow),
  book: bookView,
  payoff: z.exactOptional(payoffView),
  hedge: z.strictObject({
    depth: z.number(),
    coverageTarget: share,
    coverageReached: z.exactOptional(share),
    sizingLoss: cents,
  }),
  events: z.array(upcomingEvent),
  caveats: z.array(z.string()),
  settled: z.array(z.strictObject({ id: z.string(), cash: cents, value: z.number() })),
  held,
  hashes: z.strictObject({ inputs: sha256, plan: sha256, decision: sha256 }),
});

/** JSON Schema 2020-12 of the contract, as text. */
export function daySheetSchemaText(): string {
  const schema = z.toJSONSchema(daySheetSchema, { target: 'draft-2020-12' });
  const { $schema, ...rest } = schema;
  const titled = { $schema, $id: SCHEMA_ID, title: 'ALVH day sheet', ...rest };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
