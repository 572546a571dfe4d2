import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bars } from '../../src/quant/series/bars.ts';
import { cacheFolder } from './cache.ts';
import { compiled, NATIVE, NATIVE_HEADERS } from './compile.ts';
import { type KernelProcess, startKernel } from './kernel-process.ts';
import type { Skipped } from './skipped.ts';

export type TaLibIndicator = 'rsi' | 'ema' | 'macd' | 'atr' | 'bollinger' | 'stddev';

/** TA-Lib in C. Columns as TA-Lib gives them: MACD line, signal, histogram; bands upper, middle, lower. */
export interface TaLib {
  readonly version: string;
  readonly indicator: (bars: Bars, indicator: TaLibIndicator) => KernelProcess;
}

/**
 * The C source of TA-Lib, BSD licensed, travels inside this package. It is fetched as a tarball, never installed: the
 * package's own binding does not build on a current Node, and its dependencies are of no use here.
 */
const SOURCE = {
  spec: 'talib-binding@1.0.2',
  version: '0.6.0-dev (source in npm talib-binding 1.0.2)',
  sha512: 'OTyAXck0EsCv4GvInqJKxwID2ZO97cD0IHvUpBI0RWRQ/t62EXSHX4p2RLtOHO1vsS3UgNzfboqRPpKXYwcU4A==',
} as const;

const FUNCTIONS =
  'RSI EMA MACD ATR BBANDS STDDEV VAR MA SMA WMA TRIMA TEMA T3 MAMA KAMA DEMA TRANGE utility'.split(' ');

/** The unpacked source, fetched on first use and checked against its hash. */
function sourceFolder(): { readonly folder: string } | Skipped {
  const folder = join(cacheFolder(), 'talib-binding-1.0.2');
  if (existsSync(folder)) return { folder };
  const staging = mkdtempSync(join(cacheFolder(), 'talib-'));
  try {
    const pack = spawnSync('npm', ['pack', SOURCE.spec, '--silent', '--pack-destination', staging], {
      cwd: staging,
      encoding: 'utf8',
    });
    const tarball = readdirSync(staging).find((name) => name.endsWith('.tgz'));
    if (pack.status !== 0 || tarball === undefined)
      return { skipped: `${SOURCE.spec} cannot be fetched: ${pack.stderr.trim().slice(-200)}` };
    const bytes = readFileSync(join(staging, tarball));
    if (createHash('sha512').update(bytes).digest('base64') !== SOURCE.sha512)
      return { skipped: `${SOURCE.spec} is not the tarball this bench was written for` };
    const unpacked = join(staging, 'unpacked');
    mkdirSync(unpacked);
    const tar = spawnSync('tar', ['xzf', join(staging, tarball), '-C', unpacked], { encoding: 'utf8' });
    if (tar.status !== 0) return { skipped: `tar cannot unpack ${SOURCE.spec}: ${tar.stderr.trim()}` };
    renameSync(unpacked, folder);
    return { folder };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** TA-Lib compiled here from its C source; or why not. */
export async function taLib(): Promise<TaLib | Skipped> {
  const source = sourceFolder();
  if ('skipped' in source) return source;
  const root = join(source.folder, 'package', 'ta-lib', 'c');
  const common = join(root, 'src', 'ta_common');
  const program = compiled({
    name: 'ta-lib',
    compiler: 'gcc',
    sources: [
      join(import.meta.dirname, 'talib', 'indicators.c'),
      join(common, 'ta_global.c'),
      join(common, 'ta_retcode.c'),
      ...FUNCTIONS.map((name) => join(root, 'src', 'ta_func', `ta_${name}.c`)),
    ],
    headers: NATIVE_HEADERS,
    include: [NATIVE, join(root, 'include'), common],
    flags: ['-O3', '-march=native', '-std=gnu17', '-w'],
    libraries: ['-lm'],
    version: SOURCE.version,
  });
  if ('skipped' in program) return program;
  return {
    version: SOURCE.version,
    indicator: ({ high, low, close }, indicator) =>
      startKernel(program.path, [high, low, close], [indicator]),
  };
}
