// Compiles src to dist. Works beside the old build and swaps at the end, so a failed build changes nothing.
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildHash, DIST, ensureInstalled, ROOT, runLocal, say } from './install.js';

const IS_CODE = /\.(ts|tsx)$/;

/** Two builds may end together: whoever finds the other's build in the way takes it away and tries again. */
function swapIn() {
  for (let attempt = 1; ; attempt++) {
    rmSync(DIST, { recursive: true, force: true });
    try {
      renameSync(fresh, DIST);
      return;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

ensureInstalled();
const fresh = `${DIST}.${process.pid}`;
const stamp = buildHash();
rmSync(fresh, { recursive: true, force: true });
const status = runLocal('tsc', ['-p', 'tsconfig.build.json', '--noEmitOnError', '--outDir', fresh]);
if (status !== 0) {
  rmSync(fresh, { recursive: true, force: true });
  say('alvh: the build failed; the lines above say where');
  process.exit(1);
}
// What the compiler does not carry over: migrations, tables, templates.
cpSync(join(ROOT, 'src'), fresh, { recursive: true, filter: (path) => !IS_CODE.test(path) });
mkdirSync(fresh, { recursive: true });
writeFileSync(join(fresh, '.alvh-built'), stamp);
swapIn();
