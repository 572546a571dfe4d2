import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../core/dates.ts';
import { clock, newYorkInstant } from '../core/new-york.ts';
import type { SourceKind } from '../market/source-kind.ts';
import { mergeVx } from './merge-vx.ts';
import type { VxBlock } from './vx-table.ts';

type Row = readonly [session: string, expiration: string, settle: number];

const block = (source: SourceKind, content: string, rows: readonly Row[]): VxBlock => ({
  source,
  content,
  sessions: Int32Array.from(rows, ([session]) => dayNumber(isoDate(session))),
  expirations: Int32Array.from(rows, ([, expiration]) => dayNumber(isoDate(expiration))),
  settles: Float64Array.from(rows, ([, , settle]) => settle),
  availableAt: Float64Array.from(rows, ([session]) => newYorkInstant(isoDate(session), clock(17))),
});

describe('VX curves', () => {
  it('take each contract from the best source that has it, nearest first', () => {
    const { curves, disagreements } = mergeVx([
      block('derived', 'a', [
        ['2019-05-09', '2019-05-22', 18.5],
        ['2019-05-09', '2019-06-19', 18],
      ]),
      block('cfe-contract', 'b', [['2019-05-09', '2019-05-22', 18.475]]),
    ]);
    expect(curves).toEqual([
      {
        session: '2019-05-09',
        availableAt: newYorkInstant(isoDate('2019-05-09'), clock(17)),
        contracts: [
          { expiration: '2019-05-22', settle: 18.475 },
          { expiration: '2019-06-19', settle: 18 },
        ],
      },
    ]);
    expect(disagreements).toMatchObject([{ kept: 'cfe-contract', other: 'derived' }]);
  });

  it('leave out weeklies and the contract that settles that morning', () => {
    const { curves } = mergeVx([
      block('cfe-contract', 'a', [
        ['2019-05-22', '2019-05-22', 16], // settles this Wednesday morning
        ['2019-05-22', '2019-05-29', 16.2], // a weekly
        ['2019-05-22', '2019-06-19', 16.5],
      ]),
    ]);
    expect(curves[0]?.contracts).toEqual([{ expiration: '2019-06-19', settle: 16.5 }]);
  });

  it('do not depend on the order of the files', () => {
    const blocks = [
      block('vendor', 'c', [
        ['2019-05-09', '2019-05-22', 18.4],
        ['2019-05-10', '2019-05-22', 17],
      ]),
      block('vendor', 'a', [['2019-05-09', '2019-05-22', 18.6]]),
      block('derived-close', 'b', [['2019-05-09', '2019-06-19', 18.1]]),
    ];
    expect(mergeVx([...blocks].reverse())).toEqual(mergeVx(blocks));
    expect(mergeVx(blocks).curves.map(({ contracts }) => contracts.length)).toEqual([2, 1]);
  });
});
