import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { condorLegs } from '../../test/legs.ts';
import { inTempFolder } from '../../test/temp-folder.ts';
import { isoDate } from '../core/dates.ts';
import { problemLine } from '../core/problem.ts';
import { dollars } from '../core/units.ts';
import { feesFor } from '../portfolio/fees.ts';
import { loadAccount, parseAccount } from './account.ts';
import { ACCOUNT_TEMPLATE } from './account-template.ts';
import { initHome } from './init.ts';

const refusal = (from: string, to: string): string => {
  expect(ACCOUNT_TEMPLATE).toContain(from);
  const read = parseAccount(ACCOUNT_TEMPLATE.replace(from, to), 'account.toml');
  return read.ok ? '' : read.failure.map(problemLine).join('\n');
};

describe('parseAccount', () => {
  it('reads the account that init writes: $250,000, reg-t, the wider wing once', () => {
    const read = parseAccount(ACCOUNT_TEMPLATE, 'account.toml');
    expect(read).toMatchObject({
      ok: true,
      value: { nav: dollars(250_000), margin: 'reg-t', marginConvention: 'widest-wing' },
    });
    expect(read.ok && 'cash' in read.value).toBe(false);
  });

  it('charges $5.42 for a condor with those fees, and 2 cents less before OCC raised its own', () => {
    const read = parseAccount(ACCOUNT_TEMPLATE, 'account.toml');
    const legs = condorLegs(1, 'SPXW', '2026-06-08', [5650, 5700, 6300, 6350]);
    const on = (date: string): number =>
      read.ok ? feesFor(legs, isoDate(date), read.value.fees) : Number.NaN;
    expect(on('2026-05-20')).toBe(dollars(5.42));
    expect(on('2019-05-09')).toBe(dollars(5.4));
  });

  it('takes stated cash', () => {
    const read = parseAccount(ACCOUNT_TEMPLATE.replace('# cash = 250000', 'cash = 1234.56'), 'account.toml');
    expect(read).toMatchObject({ ok: true, value: { cash: 123_456 } });
  });

  it('explains every key of the template in a comment', () => {
    const rows = ACCOUNT_TEMPLATE.split('\n');
    const bare = rows.filter(
      (row, i) => /^\w+ =/.test(row) && !row.includes(' # ') && !rows[i - 1]?.startsWith('#'),
    );
    expect(bare.filter((row) => !row.startsWith('from ='))).toEqual([]);
  });

  it.each([
    [
      'a NAV with a currency sign',
      'nav = 250000',
      'nav = "$250,000"',
      'account.toml:6: account.nav "$250,000": is of the wrong kind. Fix: set it to a number in [1000, 10000000000].',
    ],
    [
      'a NAV that is too small',
      'nav = 250000',
      'nav = 250',
      'account.toml:6: account.nav "250": is below 1000.',
    ],
    [
      'an unknown margin',
      '"reg-t"\n',
      '"regt"\n',
      'account.margin "regt": is not one of the choices. Fix: set it to one of "reg-t", "portfolio".',
    ],
    [
      'a misspelt key',
      'marginConvention =',
      'marginConvetion =',
      'unknown key (did you mean marginConvention?). Fix: write marginConvention.',
    ],
    [
      'a fee per thousand',
      'vxExchange = 1.51',
      'vxExchange = 1510',
      'fees.0.vxExchange "1510": is above 100.',
    ],
    [
      'a date that is none',
      '"2025-02-14"',
      '"2025-02-30"',
      'fees.1.from "2025-02-30": must be a date YYYY-MM-DD.',
    ],
  ])('refuses %s', (_, from, to, message) => {
    expect(refusal(from, to)).toContain(message);
  });

  it('refuses an account without fees', () => {
    const read = parseAccount(
      ACCOUNT_TEMPLATE.slice(0, ACCOUNT_TEMPLATE.indexOf('[[fees]]')),
      'account.toml',
    );
    expect(read.ok ? '' : read.failure.map(problemLine).join()).toBe(
      'account.toml: fees: is missing. Fix: add it: a list.',
    );
  });
});

describe('initHome', () => {
  it('writes account.toml into a folder it makes, and loadAccount then reads it', () => {
    inTempFolder((folder) => {
      const home = join(folder, 'new', 'home');
      expect(loadAccount(home)).toMatchObject({ ok: true, value: { account: { nav: dollars(250_000) } } });
      expect(initHome(home, { force: false })).toEqual({
        path: join(home, 'account.toml'),
        outcome: 'created',
      });
      expect(loadAccount(home)).toMatchObject({ ok: true, value: { file: join(home, 'account.toml') } });
    });
  });

  it('keeps what is there, and replaces it only by force', () => {
    inTempFolder((home) => {
      const path = join(home, 'account.toml');
      writeFileSync(path, 'mine');
      expect(initHome(home, { force: false })).toEqual({ path, outcome: 'kept' });
      expect(readFileSync(path, 'utf8')).toBe('mine');
      expect(initHome(home, { force: true })).toEqual({ path, outcome: 'replaced' });
      expect(initHome(home, { force: true })).toEqual({ path, outcome: 'unchanged' });
      expect(readdirSync(home)).toEqual(['account.toml']);
    });
  });

  it('says which file the disk would not take', () => {
    inTempFolder((folder) => {
      writeFileSync(join(folder, 'file'), '');
      expect(() => initHome(join(folder, 'file', 'home'), { force: false })).toThrow(
        /account\.toml: cannot be written \(ENOTDIR\)/,
      );
    });
  });
});

describe('loadAccount', () => {
  it('refuses a broken account rather than fall back on the defaults', () => {
    inTempFolder((home) => {
      writeFileSync(join(home, 'account.toml'), '[account]\nnav = \n');
      const read = loadAccount(home);
      expect(read.ok ? '' : read.failure.map(problemLine).join()).toMatch(
        /account\.toml:2: not valid TOML: invalid value/,
      );
    });
  });

  it('refuses bytes that are no text', () => {
    inTempFolder((home) => {
      writeFileSync(join(home, 'account.toml'), Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
      const read = loadAccount(home);
      expect(read.ok ? '' : read.failure[0]?.what).toBe('is not UTF-8 text');
    });
  });
});
