import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Problem } from '../core/problem.ts';
import { loadAccount } from './account.ts';
import { loadBook } from './book-file.ts';
import { kernelsFinding } from './kernels-finding.ts';
import { loadPlan } from './load-plan.ts';
import { type MarketData, openMarketData } from './read-market-data.ts';

/** One thing looked at, and what to do when it is not well. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'broken';
  readonly found: string;
  readonly fix?: string;
}

/** Oldest Node the lock file installs on. */
const OLDEST_NODE = [20, 19] as const;

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isNew = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isNew) return { name: 'Node', state: 'ok', found: version };
  return {
    name: 'Node',
    state: 'broken',
    found: version,
    fix: `install Node ${OLDEST_NODE.join('.')} or newer`,
  };
}

/** The nearest folder that exists decides whether the home can be written. */
function homeFinding(home: string): Finding {
  let folder = home;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return { name: 'Home', state: 'ok', found: existsSync(home) ? home : `${home} (made when needed)` };
  } catch {
    return {
      name: 'Home',
      state: 'broken',
      found: `${home} cannot be written`,
      fix: 'choose another with --home',
    };
  }
}

function broken(name: string, [problem]: readonly Problem[]): Finding {
  return {
    name,
    state: 'broken',
    found: problem?.what ?? 'cannot be read',
    fix: problem?.fix ?? 'look at the file',
  };
}

function accountFindings(home: string): readonly Finding[] {
  const account = loadAccount(home);
  if (!account.ok) return [broken('Account', account.failure)];
  const { file, account: own } = account.value;
  const book = loadBook(home, own);
  return [
    file === undefined
      ? { name: 'Account', state: 'note', found: 'defaults are used', fix: 'write your own with `alvh init`' }
      : { name: 'Account', state: 'ok', found: file },
    book.ok
      ? { name: 'Book', state: 'ok', found: `${book.value.positions.length} positions` }
      : broken('Book', book.failure),
  ];
}

function planFinding(name: string): Finding {
  const plan = loadPlan(name);
  if (!plan.ok) return broken(`Plan ${name}`, plan.failure);
  return { name: `Plan ${name}`, state: 'ok', found: `version ${plan.value.plan.plan.version}` };
}

function dataFindings(market: MarketData): readonly Finding[] {
  const sessions = market.sessionsWithChains('SPX');
  const newest = sessions[sessions.length - 1];
  const fix = 'bring some in with `alvh data import PATH...`';
  return [
    newest === undefined
      ? { name: 'SPX chains', state: 'note', found: 'none: `alvh day` shows the demo market, simulated', fix }
      : { name: 'SPX chains', state: 'ok', found: `${sessions.length} usable sessions, newest ${newest}` },
    market.series.size === 0
      ? { name: 'Series', state: 'note', found: 'none', fix }
      : {
          name: 'Series',
          state: 'ok',
          found: `${market.series.size} series, ${market.vx.length} VX sessions`,
        },
  ];
}

/** Looks at what a day needs: the program, its kernels, the folder, the plans, the account, the data. Changes nothing. */
export async function examine(home: string, nodeVersion: string): Promise<readonly Finding[]> {
  return [
    nodeFinding(nodeVersion),
    kernelsFinding(),
    homeFinding(home),
    planFinding('steward'),
    planFinding('promoter'),
    ...accountFindings(home),
    ...dataFindings(await openMarketData(home)),
  ];
}
