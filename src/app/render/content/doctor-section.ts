import type { Finding } from '../../doctor.ts';
import { cell, left, type Section } from './block.ts';

const WORD = { ok: 'ok', note: 'note', broken: 'BROKEN' } as const;

/** What was looked at, and what to do about what is not well. */
export const doctorSection = (findings: readonly Finding[]): Section => ({
  id: 'doctor',
  title: 'Doctor',
  blocks: [
    {
      kind: 'table',
      caption: 'What a day needs',
      columns: [left('State'), left('Of'), left('Found', { wraps: true }), left('Fix', { wraps: true })],
      rows: findings.map(({ name, state, found, fix }) => [
        cell(WORD[state]),
        cell(name),
        cell(found),
        cell(fix ?? ''),
      ]),
    },
  ],
});
