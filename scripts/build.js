// Compiles src and the WebAssembly kernels of assembly/ to dist. Works beside the old build and swaps at the end, so a
// failed build changes nothing.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildHash, DIST, ensureInstalled, kernelsHash, ROOT, say, startLocal } from './install.js';

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

const KERNELS = join('quant', 'kernels.wasm');
const KERNELS_STAMP = join('quant', 'kernels.wasm.built');

/** False when there are none of this state, or when another build takes them away at this moment. */
function takenOver(stamp, wanted, target) {
  try {
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) return false;
    cpSync(join(DIST, KERNELS), target);
    return true;
  } catch {
    return false;
  }
}

/** The kernels, compiled when they changed and else taken over: compiling them takes longer than all the rest. */
async function kernelsInto(folder) {
  const wanted = kernelsHash();
  mkdirSync(join(folder, 'quant'), { recursive: true });
  const old = join(DIST, KERNELS_STAMP);
  if (!takenOver(old, wanted, join(folder, KERNELS))) {
    const config = join('assembly', 'asconfig.json');
    const status = await startLocal('asc', ['--config', config, '-o', join(folder, KERNELS)]);
    if (status !== 0) return status;
  }
  writeFileSync(join(folder, KERNELS_STAMP), wanted);
  return 0;
}

ensureInstalled();
const fresh = `${DIST}.${process.pid}`;
const stamp = buildHash();
rmSync(fresh, { recursive: true, force: true });
const statuses = await Promise.all([
  startLocal('tsc', ['-p', 'tsconfig.build.json', '--noEmitOnError', '--outDir', fresh]),
  kernelsInto(fresh),
]);
if (statuses.some((status) => status !== 0)) {
  rmSync(fresh, { recursive: true, force: true });
  say('alvh: the build failed; the lines above say where');
  process.exit(1);
}
// What the compiler does not carry over: migrations, tables, templates.
cpSync(join(ROOT, 'src'), fresh, { recursive: true, filter: (path) => !IS_CODE.test(path) });
mkdirSync(fresh, { recursive: true });
writeFileSync(join(fresh, '.alvh-built'), stamp);
swapIn();
