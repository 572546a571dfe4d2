import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rootPath, runProgram } from './journeys/program.ts';
import { inTempFolder } from './temp-folder.ts';

const passed = { status: 'passed' };
const failed = { status: 'failed' };
const skipped = { status: 'pending', ancestorTitles: ['suite [skipped: on a whim]'], title: 'test' };
const WHIM = '1 test skipped: on a whim\n';

/** Runs the counter of `npm test` and `.ci/run` on a report of our own. */
const counted = (report: unknown) =>
  inTempFolder((folder) => {
    const file = join(folder, 'report.json');
    if (report !== undefined) writeFileSync(file, JSON.stringify(report));
    const { code, out } = runProgram(process.execPath, [rootPath('scripts', 'test-totals.js'), file], folder);
    return { code, out };
  });

describe('the totals of a test run', () => {
  it('count passed, failed and skipped tests', () => {
    const report = {
      testResults: [{ status: 'failed', assertionResults: [passed, failed, skipped, passed] }],
    };
    expect(counted(report)).toEqual({ code: 1, out: `${WHIM}2 passed, 1 failed, 1 skipped\n` });
  });

  it('count a file that could not be loaded as a failure', () => {
    const report = {
      testResults: [
        { status: 'passed', assertionResults: [passed] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(counted(report)).toEqual({ code: 1, out: '1 passed, 1 failed, 0 skipped\n' });
  });

  it('take a run that wrote nothing, or ran nothing, for a failure', () => {
    expect(counted(undefined)).toEqual({ code: 1, out: '0 passed, 1 failed, 0 skipped\n' });
    expect(counted({ testResults: [] })).toEqual({ code: 1, out: '0 passed, 1 failed, 0 skipped\n' });
  });

  it('are a success only when all that ran passed', () => {
    const report = { testResults: [{ status: 'passed', assertionResults: [passed, skipped] }] };
    expect(counted(report)).toEqual({ code: 0, out: `${WHIM}1 passed, 0 failed, 1 skipped\n` });
  });

  it('say why tests were skipped, as their suite says it', () => {
    const report = {
      testResults: [
        {
          assertionResults: [
            { ...skipped, ancestorTitles: ['on real data [skipped: no folder]'], title: 'a' },
            { ...skipped, ancestorTitles: ['on real data [skipped: no folder]'], title: 'b' },
            { ...passed, ancestorTitles: ['x'], title: 'c' },
          ],
        },
      ],
    };
    expect(counted(report).out).toBe('2 tests skipped: no folder\n1 passed, 0 failed, 2 skipped\n');
  });
});
