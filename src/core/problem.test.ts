import { describe, expect, it } from 'vitest';
import { ProblemError, problemLine } from './problem.ts';

const whole = {
  kind: 'data',
  file: 'spx.csv',
  line: 12,
  field: 'ask',
  value: '1.0',
  what: 'is below bid',
  fix: 'export the file again',
} as const;

describe('problem', () => {
  it('says place, subject, what and fix in one line', () => {
    expect(problemLine(whole)).toBe('spx.csv:12: ask "1.0": is below bid. Fix: export the file again.');
  });

  it('leaves out what it does not know', () => {
    expect(problemLine({ kind: 'usage', what: 'no such date', fix: 'give YYYY-MM-DD' })).toBe(
      'no such date. Fix: give YYYY-MM-DD.',
    );
    expect(problemLine({ ...whole, file: 'a.gz', line: 0 })).toContain('a.gz:0: ');
  });

  it('keeps one line and a readable length whatever the value holds', () => {
    const line = problemLine({ ...whole, value: `a\nb\u007f${'x'.repeat(200)}` });
    expect(line).not.toMatch(/[\n\u007f]/);
    expect(line.length).toBeLessThan(150);
    expect(line).toContain('...');
  });

  it('carries the problem through a throw', () => {
    const error = new ProblemError(whole);
    expect(error.problem).toBe(whole);
    expect(error.message).toBe(problemLine(whole));
  });
});
