import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** CHROMIUM in the environment, else the first of the usual names on the path. */
const CHROMIUM: string | undefined = [
  process.env['CHROMIUM'] ?? '',
  ...(process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name))),
].find((path) => path !== '' && existsSync(path));

/** A suite in a real browser: skipped by name, with the reason, where there is none. */
export function describeWithChromium(name: string, suite: () => void): void {
  if (CHROMIUM === undefined)
    describe.skip(`${name} [skipped: no Chromium; set CHROMIUM or install it]`, suite);
  else describe(name, suite);
}

/** Text of a page's body once its scripts have run for ten seconds of its own time, or sooner when idle. */
export async function pageText(url: string): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'alvh-chromium-'));
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--user-data-dir=${profile}`,
    '--virtual-time-budget=10000',
    '--dump-dom',
    url,
  ];
  try {
    const page = await new Promise<string>((resolve, reject) => {
      execFile(CHROMIUM ?? 'chromium', args, { timeout: 60_000, maxBuffer: 2 ** 24 }, (error, stdout) =>
        error === null ? resolve(stdout) : reject(error),
      );
    });
    return /<body[^>]*>([\s\S]*)<\/body>/.exec(page)?.[1] ?? page;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
