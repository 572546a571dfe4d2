import type { Terminal } from './terminal.ts';

const RESET = '\u001b[0m';
const BOLD = '\u001b[1m';
const DIM = '\u001b[2m';
const RED = '\u001b[31m';
const GREEN = '\u001b[32m';
const YELLOW = '\u001b[33m';

/** Words that carry a verdict; the colour repeats what the word says. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bSIMULATED\b/g, YELLOW],
  [/\b(?:FAIL|OVER|BROKEN|REFUSED|absent|binding)\b/g, YELLOW],
  [/(?<=^\s*)pass\b/g, GREEN],
  [/-\$[\d,]+/g, RED],
  [/\+\$[\d,]+/g, GREEN],
];

const isTitle = (line: string): boolean => /^(?:SIMULATED )?\s*[A-Z][A-Z ,&]{3,}(?: {2}|$|\d)/.test(line);

function tinted(line: string): string {
  if (/^=+$/.test(line.trim())) return `${DIM}${line}${RESET}`;
  if (isTitle(line)) return `${BOLD}${line}${RESET}`;
  return WORDS.reduce(
    (text, [word, colour]) => text.replace(word, (found) => `${colour}${found}${RESET}`),
    line,
  );
}

/** Whether to tint: a terminal that did not say no (no-color.org), and no `--no-color`. */
export const wantsColour = ({ outIsTty, env }: Terminal, isAllowed: boolean): boolean =>
  isAllowed && outIsTty && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';

/** Tints finished lines; without the codes it is the same text. */
export const coloured = (text: string): string => text.split('\n').map(tinted).join('\n');
