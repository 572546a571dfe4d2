import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Book, bookColumns } from './books.ts';
import { compiled, compilerVersion, NATIVE, NATIVE_HEADERS } from './compile.ts';
import { type KernelProcess, startKernel } from './kernel-process.ts';
import { type QuotesBook, quotesColumns } from './quotes-book.ts';
import type { Skipped } from './skipped.ts';

export type AmericanScheme = 'fast' | 'accurate' | 'highPrecision';
/** The fixed-point equation; QuantLib's own default is `Auto`. */
export type FixedPointEquation = 'Auto' | 'FP-A' | 'FP-B';

/** A slice to fit: vols at strikes, for one forward and expiry. */
export interface SviQuotes {
  readonly strike: Float64Array;
  readonly vol: Float64Array;
  readonly forward: number;
  readonly expiry: number;
}

/** QuantLib's kernels, each started with its inputs; whoever starts one closes it. */
export interface QuantLib {
  readonly version: string;
  /**
   * Premium, delta, gamma, vega, theta, rho of a live book whose spot moves each pass. `own` gives every option its own
   * market; `shared` puts all on that of the first, as one underlying would: the quicker and steadier of the two (less
   * memory), so the anchor our ratios are taken against.
   */
  readonly europeanEngine: (book: Book, market?: 'shared' | 'own') => KernelProcess;
  /** The same six columns. */
  readonly blackCalculator: (book: Book) => KernelProcess;
  /** One column: the vol. */
  readonly impliedVol: (quotes: QuotesBook, method?: 'stdDev' | 'LiRS', accuracy?: number) => KernelProcess;
  /** One column: the premium. */
  readonly american: (book: Book, scheme: AmericanScheme, equation?: FixedPointEquation) => KernelProcess;
  /** One row: a, b, sigma, rho, m, rmse in vol, converged. An item is a fit. */
  readonly svi: (quotes: SviQuotes) => KernelProcess;
}

const COMPILER = 'g++';
const FIX = 'on Debian: apt-get install g++ libquantlib0-dev';
const KERNELS = ['european-engine', 'black-calculator', 'implied-vol', 'american', 'svi'] as const;
type KernelName = (typeof KERNELS)[number];

/**
 * SviInterpolation starts from a guess exactly on the edge of what it admits, where a fused multiply-add tips a square root
 * below zero and the fit into NaN.
 */
const EXTRA_FLAGS: Partial<Readonly<Record<KernelName, readonly string[]>>> = { svi: ['-ffp-contract=off'] };

/** The version of the installed headers; undefined where there are none. */
function headersVersion(): string | undefined {
  const run = spawnSync(COMPILER, ['-x', 'c++', '-E', '-'], {
    input: '#include <ql/version.hpp>\nQL_VERSION',
    encoding: 'utf8',
  });
  return run.status === 0 ? run.stdout.trim().split('\n').at(-1)?.replaceAll('"', '') : undefined;
}

function kernelProgram(name: KernelName, version: string): { readonly path: string } | Skipped {
  return compiled({
    name: `quantlib-${name}`,
    compiler: COMPILER,
    sources: [join(import.meta.dirname, 'quantlib', `${name}.cpp`)],
    headers: NATIVE_HEADERS,
    include: [NATIVE],
    flags: ['-O3', '-march=native', '-std=c++17', ...(EXTRA_FLAGS[name] ?? [])],
    libraries: ['-lQuantLib'],
    version,
  });
}

/** QuantLib C++, compiled here against the installed library; or why not. */
export async function quantLib(): Promise<QuantLib | Skipped> {
  if (compilerVersion(COMPILER) === undefined) return { skipped: `no g++ here; ${FIX}` };
  const version = headersVersion();
  if (version === undefined) return { skipped: `no QuantLib headers here; ${FIX}` };
  const paths = new Map<KernelName, string>();
  for (const name of KERNELS) {
    const program = kernelProgram(name, version);
    if ('skipped' in program) return { skipped: `${program.skipped}; ${FIX}` };
    paths.set(name, program.path);
  }
  const start = (
    name: KernelName,
    columns: readonly Float64Array[],
    args?: readonly string[],
  ): KernelProcess => startKernel(paths.get(name) ?? name, columns, args);
  return {
    version,
    europeanEngine: (book, market = 'shared') => start('european-engine', bookColumns(book), [market]),
    blackCalculator: (book) => start('black-calculator', bookColumns(book)),
    impliedVol: (quotes, method = 'stdDev', accuracy = 1e-12) =>
      start('implied-vol', quotesColumns(quotes), [method, String(accuracy)]),
    american: (book, scheme, equation = 'Auto') => start('american', bookColumns(book), [scheme, equation]),
    svi: ({ strike, vol, forward, expiry }) => start('svi', [strike, vol], [String(expiry), String(forward)]),
  };
}
