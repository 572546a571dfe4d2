import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isIsoDate } from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { readToml } from '../core/toml.ts';
import { type Cents, dollars } from '../core/units.ts';
import type { FeeSchedule } from '../portfolio/fees.ts';
import type { MarginConvention } from '../portfolio/margin-report.ts';
import { ACCOUNT_TEMPLATE } from './account-template.ts';
import { readText } from './read-text.ts';

export const ACCOUNT_FILE = 'account.toml';

/** US dollars per contract; more than this is a typing slip. */
const fee = () => z.number().min(0).max(100);
const isoDateText = z.string().refine(isIsoDate, { message: 'must be a date YYYY-MM-DD' });

const feesSchema = z.strictObject({
  from: isoDateText,
  optionCommission: fee(),
  futureCommission: fee(),
  spxExchange: fee(),
  spxExchangeSmall: fee(),
  smallPremium: z.number().min(0).max(1000),
  xspExchange: fee(),
  xspExchangeLarge: fee(),
  xspLargeLot: z.int().min(1).max(100_000),
  spyExchange: fee(),
  vixExchange: fee(),
  vxExchange: fee(),
  vxmExchange: fee(),
  clearing: fee(),
  regulatory: fee(),
});

const accountSchema = z.strictObject({
  account: z.strictObject({
    nav: z.number().min(1000).max(1e10),
    cash: z.number().min(-1e10).max(1e10).optional(),
    margin: z.enum(['reg-t', 'portfolio']),
    marginConvention: z.enum(['widest-wing', 'equal-width-only']),
  }),
  fees: z.array(feesSchema).min(1).max(100),
});

/** What the trader's account is worth and what trading in it costs. */
export interface Account {
  readonly nav: Cents;
  /** Absent: NAV less what the imported positions cost. */
  readonly cash?: Cents;
  readonly margin: 'reg-t' | 'portfolio';
  readonly marginConvention: MarginConvention;
  readonly fees: readonly FeeSchedule[];
}

/** @param file  name shown in problems */
export function parseAccount(text: string, file: string): Result<Account, readonly Problem[]> {
  const read = readToml(accountSchema, text, file);
  if (!read.ok) return read;
  const { account, fees } = read.value;
  const { nav, cash, margin, marginConvention } = account;
  return ok({
    nav: dollars(nav),
    ...(cash === undefined ? {} : { cash: dollars(cash) }),
    margin,
    marginConvention,
    fees,
  });
}

/** The account assumed until `alvh init` has written one. */
function defaultAccount(): Account {
  const read = parseAccount(ACCOUNT_TEMPLATE, 'the built-in account');
  if (!read.ok)
    throw new PreconditionError('ACCOUNT_TEMPLATE', 'must be a valid account', read.failure[0]?.what);
  return read.value;
}

export interface LoadedAccount {
  readonly account: Account;
  /** The file it was read from; absent when the defaults stand in for it. */
  readonly file?: string;
}

/** The account of a home folder, or the defaults where there is none yet. */
export function loadAccount(home: string): Result<LoadedAccount, readonly Problem[]> {
  const file = join(home, ACCOUNT_FILE);
  if (!existsSync(file)) return ok({ account: defaultAccount() });
  const text = readText(file, 'data');
  if (!text.ok) return fail([text.failure]);
  const account = parseAccount(text.value, file);
  return account.ok ? ok({ account: account.value, file }) : account;
}
