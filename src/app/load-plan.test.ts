import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inTempFolder } from '../../test/temp-folder.ts';
import { problemLine } from '../core/problem.ts';
import { BUILT_IN_PLANS, loadPlan } from './load-plan.ts';

const problems = (name: string): readonly string[] => {
  const read = loadPlan(name);
  return read.ok ? [] : read.failure.map(problemLine);
};

describe('loadPlan', () => {
  it.each(BUILT_IN_PLANS)('finds the built-in %s wherever it is called from', (name) => {
    const read = loadPlan(name);
    expect(read).toMatchObject({
      ok: true,
      value: { plan: { plan: { name, profile: name, version: '1.1.0' } } },
    });
    expect(read.ok && read.value.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('reads a plan by path, with its own line in every problem', () => {
    inTempFolder((folder) => {
      const path = join(folder, 'mine.toml');
      writeFileSync(path, '[plan]\nname = "mine"\nversion = 1\n');
      expect(problems(path)).toContain(
        `${path}:3: plan.version "1": is of the wrong kind. Fix: set it to a text in quotes.`,
      );
    });
  });

  it('offers the built-in that was meant', () => {
    expect(problems('stewart')).toEqual(['stewart: does not exist. Fix: write steward, or check the path.']);
    expect(problems('nowhere/x.toml')).toEqual([
      'nowhere/x.toml: does not exist. Fix: give a path, or one of steward, promoter.',
    ]);
  });

  it('refuses a folder', () => {
    inTempFolder((folder) => {
      expect(problems(folder)[0]).toMatch(/cannot be read \(EISDIR\)/);
    });
  });
});
