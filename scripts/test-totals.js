// Counts what vitest wrote down. A test file that could not be loaded counts as one failure: it has no tests to count,
// and a run with such a file has not passed.
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Passed, failed and skipped tests of a vitest JSON report; nothing at all is a failure. */
export function totals(path) {
  if (path === undefined || !existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const { testResults = [] } = JSON.parse(readFileSync(path, 'utf8'));
  const states = testResults.flatMap((file) => (file.assertionResults ?? []).map(({ status }) => status));
  const unloaded = testResults.filter(
    ({ status, assertionResults = [] }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const of = (state) => states.filter((found) => found === state).length;
  const passed = of('passed');
  const failed = of('failed') + unloaded.length;
  return {
    passed,
    failed: passed + failed === 0 ? 1 : failed,
    skipped: states.length - passed - of('failed'),
  };
}

/** `12 tests skipped: no ../shared folder beside the checkout`, a line a reason; the suite's own title gives it. */
export function skipLines(path) {
  if (path === undefined || !existsSync(path)) return [];
  const { testResults = [] } = JSON.parse(readFileSync(path, 'utf8'));
  const tests = testResults.flatMap((file) => file.assertionResults ?? []);
  const reasons = new Map();
  for (const { status, ancestorTitles = [], title = '' } of tests) {
    if (status === 'passed' || status === 'failed') continue;
    const words = [...ancestorTitles, title].join(' > ');
    const reason = words.match(/\[skipped: ([^\]]+)\]/)?.[1] ?? `no reason given by "${words}"`;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return [...reasons].map(([reason, n]) => `${n === 1 ? '1 test' : `${n} tests`} skipped: ${reason}`);
}

export const totalsLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = totals(process.argv[2]);
  for (const line of skipLines(process.argv[2])) process.stdout.write(`${line}\n`);
  process.stdout.write(`${totalsLine(found)}\n`);
  process.exitCode = found.failed === 0 ? 0 : 1;
}
