import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
const text = (...parts: readonly string[]): string => readFileSync(join(PROJECT, ...parts), 'utf8');

const SOURCE = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => text('src', path))
  .join('\n');

/** Words in backticks that look like an identifier of the code. */
const identifiers = (page: string): readonly string[] => [
  ...new Set([...page.matchAll(/`([A-Za-z][A-Za-z0-9]*)`/g)].map(([, word]) => word ?? '')),
];

describe('the glossary', () => {
  const words = identifiers(text('GLOSSARY.md'));

  it('names identifiers', () => expect(words.length).toBeGreaterThan(25));

  it.each(words)('%s exists in the code', (word) => {
    expect(new RegExp(`\\b${word}\\b`).test(SOURCE) || /^(use|refuse)$/.test(word)).toBe(true);
  });
});

describe('the pages a reader is sent to', () => {
  it.each(['README.md', 'ARCHITECTURE.md', 'docs/data-formats.md'])(
    '%s links to files that exist',
    (page) => {
      const links = [...text(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
      for (const path of links) expect(existsSync(join(PROJECT, path)), path).toBe(true);
    },
  );
});
