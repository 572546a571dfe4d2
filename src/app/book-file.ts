import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isIsoDate } from '../core/dates.ts';
import { canonicalJson } from '../core/hash.ts';
import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type Cents, cents } from '../core/units.ts';
import { openPosition } from '../portfolio/book.ts';
import { contractSymbol, parseContractSymbol } from '../portfolio/contract-symbol.ts';
import type { Leg } from '../portfolio/leg.ts';
import { type Book, type Position, PURPOSES } from '../portfolio/position.ts';
import type { Account } from './account.ts';
import { readText } from './read-text.ts';

export const BOOK_FILE = 'book.json';

const legSchema = z.strictObject({
  quantity: z.int().refine((quantity) => quantity !== 0),
  symbol: z.string().transform((symbol, context): Leg['contract'] => {
    const contract = parseContractSymbol(symbol);
    if (contract.ok) return contract.value;
    context.addIssue({ code: 'custom', message: contract.failure.what });
    return z.NEVER;
  }),
});

const positionSchema = z.strictObject({
  id: z.string().min(1),
  purpose: z.enum(PURPOSES),
  opened: z.string().refine(isIsoDate),
  premium: z.int(),
  legs: z.array(legSchema).min(1),
});

/** Positions only: cash comes from the account, so that correcting the account corrects the book. */
const bookSchema = z.strictObject({
  schema: z.literal('alvh.book/1'),
  positions: z
    .array(positionSchema)
    .refine((positions) => new Set(positions.map(({ id }) => id)).size === positions.length),
});

/** The text of `book.json`: one position a line, the same bytes for the same positions. */
export function bookText(positions: readonly Position[]): string {
  const lines = positions.map(({ id, purpose, opened, premium, legs }) =>
    canonicalJson({
      id,
      purpose,
      opened,
      premium,
      legs: legs.map(({ contract, quantity }) => ({ symbol: contractSymbol(contract), quantity })),
    }),
  );
  return `{"schema":"alvh.book/1","positions":[\n${lines.join(',\n')}\n]}\n`;
}

function parsePositions(text: string, file: string): Result<readonly Position[], readonly Problem[]> {
  const broken = (what: string): Problem => ({ kind: 'data', file, what, fix: 'import the positions again' });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return fail([broken('is not valid JSON')]);
  }
  const read = bookSchema.safeParse(document);
  if (!read.success) {
    return fail(
      read.error.issues.map(({ path, message }) => broken(`${path.map(String).join('.')}: ${message}`)),
    );
  }
  return ok(
    read.data.positions.map(({ legs, premium, ...position }) => ({
      ...position,
      premium: cents(premium),
      legs: legs.map(({ symbol, quantity }) => ({ contract: symbol, quantity })),
    })),
  );
}

/** Cents of a future's value at cost: booked as paid though only margin is, so that value less premium is its gain. */
const futuresPremium = (positions: readonly Position[]): number =>
  positions
    .filter(({ legs }) => legs.every(({ contract }) => contract.kind === 'future'))
    .reduce((sum, { premium }) => sum + premium, 0);

/**
 * Positions with the account's cash. Without stated cash, cash plus cost is NAV. With it, cash is as stated, less what
 * futures are booked to have cost.
 */
function bookOf(positions: readonly Position[], { nav, cash }: Account): Book {
  const opened = positions.reduce(openPosition, { cash: nav, positions: [] });
  const stated = (own: Cents): Cents => cents(own - futuresPremium(positions));
  return cash === undefined ? opened : { ...opened, cash: stated(cash) };
}

/** The book of a home folder; cash alone when nothing was imported. */
export function loadBook(home: string, account: Account): Result<Book, readonly Problem[]> {
  const file = join(home, BOOK_FILE);
  if (!existsSync(file)) return ok(bookOf([], account));
  const text = readText(file, 'data');
  if (!text.ok) return fail([text.failure]);
  const positions = parsePositions(text.value, file);
  return positions.ok ? ok(bookOf(positions.value, account)) : positions;
}
