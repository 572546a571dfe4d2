import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { ProblemError } from '../core/problem.ts';
import { epochMs, points } from '../core/units.ts';
import type { Chain, ChainSnapshot } from '../market/chain.ts';
import { readChainTable, writeChainTable } from './chain-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'alvh-chain-'));
afterAll(() => rmSync(folder, { recursive: true }));

const asOf = epochMs(Date.UTC(2019, 4, 9, 20, 15));
const f = (...values: readonly number[]): Float64Array => Float64Array.from(values);

function chain(
  root: Chain['root'],
  expiration: string,
  strikes: readonly number[],
  withInterest: boolean,
): Chain {
  const side = (shift: number) => ({
    bid: f(...strikes.map((_, i) => i * 0.05 + shift)),
    ask: f(...strikes.map((_, i) => i * 0.05 + shift + 0.1)),
    ...(withInterest
      ? { openInterest: f(...strikes.map((_, i) => i)), volume: f(...strikes.map(() => 7)) }
      : {}),
  });
  return {
    root,
    expiration: isoDate(expiration),
    asOf,
    quotes: 'real',
    strikes: f(...strikes),
    call: side(0),
    put: side(3),
  };
}

const snapshot = (chains: readonly Chain[]): ChainSnapshot => ({
  underlying: 'SPX',
  session: isoDate('2019-05-09'),
  asOf,
  timeRecorded: false,
  spot: points(2870.72),
  quotes: 'real',
  chains,
  source: 'abc',
});

describe('a chain in Parquet', () => {
  it('comes back equal, sorted by root and expiration, whatever order it was given in', async () => {
    const chains = [
      chain('SPX', '2019-05-17', [2800, 2805, 2810.5], true),
      chain('SPXW', '2019-05-10', [2800, 2900], true),
      chain(
        'SPXW',
        '2019-05-17',
        Array.from({ length: 3000 }, (_, i) => i + 1),
        true,
      ),
    ];
    const given = snapshot(chains);
    await writeChainTable(snapshot([...chains].reverse()), join(folder, 'a.parquet'));
    const { chains: _, ...facts } = given;
    expect(await readChainTable(folder, 'a.parquet', facts)).toEqual(given);
  });

  it('keeps "the vendor gives no open interest" apart from zero open interest', async () => {
    const given = snapshot([
      chain('SPX', '2019-05-17', [2800], false),
      chain('SPXW', '2019-05-17', [2800], true),
    ]);
    await writeChainTable(given, join(folder, 'b.parquet'));
    const { chains: _, ...facts } = given;
    const back = await readChainTable(folder, 'b.parquet', facts);
    expect(back.chains[0]?.call.openInterest).toBeUndefined();
    expect(back.chains[1]?.call.openInterest).toEqual(f(0));
  });

  it('says what to do when the file is gone', async () => {
    const { chains: _, ...facts } = snapshot([]);
    await expect(readChainTable(folder, 'none.parquet', facts)).rejects.toThrow(ProblemError);
  });
});
