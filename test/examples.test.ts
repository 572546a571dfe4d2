import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
const EXAMPLES = join(PROJECT, 'examples');
const TSX = join(PROJECT, 'node_modules', 'tsx', 'dist', 'cli.mjs');

/** What a reader is promised by the file's first line, found in what it prints. */
const PROMISES: Readonly<Record<string, RegExp>> = {
  '01-price-a-condor.ts': /must win \d+\.\d % of the time/,
  '02-one-day.ts': /\(simulated\): (CALM|NORMAL|ELEVATED|STRESS|RECOVERY), score \d+\.\d/,
  '03-why-not.ts': /promoter condor\.30: .* rules looked at/,
  '04-whole-chain.ts': /SPX {2}2026-12-18 .* mids have a vol/,
  '05-joint-model.ts':
    /-8 %, \+20 +put \d+\.\d\d {2}VX \d+\.\d\d {2}VIX call \d+\.\d\d\nimpossible: no state of the model/,
};

describe('the examples', () => {
  it('are all promised something', () => {
    expect(Object.keys(PROMISES)).toEqual(
      readdirSync(EXAMPLES)
        .filter((name) => name.endsWith('.ts'))
        .sort(),
    );
  });

  it.each(Object.entries(PROMISES))('%s runs and prints what it says', (name, promise) => {
    const run = spawnSync(process.execPath, [TSX, join(EXAMPLES, name)], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(promise);
  });
});
