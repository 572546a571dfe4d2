import { PreconditionError } from '../../core/errors.ts';
import { type WasmMemory, type WasmModule, webAssembly } from './web-assembly.ts';

/** What the WebAssembly build exports; `assembly/` says what each does. */
export interface WasmExports {
  run(kernel: number, table: number, first: number, beyond: number): void;
  lead(control: number, table: number, helpers: number, patience: bigint): number;
  dataEnd(): number;
}

/** The kernels by the numbers `assembly/team.ts` knows them by. */
export const KERNEL = { blackScholes: 0, black76: 1, black76Chain: 2, impliedVol: 3, check: 4 } as const;
export type KernelId = (typeof KERNEL)[keyof typeof KERNEL];

/** Rules of `assembly/check.ts`. */
export const RULE = { positive: 0, finite: 1, sign: 2 } as const;

/** Words of the control block, which threads share; `assembly/team.ts` says what each is. */
export const CONTROL = { generation: 0, kernel: 3, rows: 4, share: 5, ready: 6, broken: 7 } as const;

/** Threads there is room for. */
export const MOST_THREADS = 32;
/** Rows copied in and out at a time when columns lie elsewhere: fourteen such columns fit a second-level cache. */
export const COPIED_ROWS = 1024;
/** Columns of the widest kernel, its work column left out. */
export const MOST_COLUMNS = 13;
/** Kernels work on pairs of rows, so a column has room for one more than an odd count. */
export const SPARE_ROWS = 2;

const TABLE_BYTES = 128;
const WORK_BYTES = 8192;
const COPY_BYTES = (COPIED_ROWS + SPARE_ROWS) * 8;

/** Where things lie in the memory, in bytes. Below it are the tables of numbers the code itself needs. */
export const LAYOUT = {
  control: 8_192,
  /** The word of the control block a check sets. */
  broken: 8_192 + 4 * CONTROL.broken,
  table: (thread: number): number => 12_288 + thread * TABLE_BYTES,
  work: (thread: number): number => 16_384 + thread * WORK_BYTES,
  copy: (column: number): number => 16_384 + MOST_THREADS * WORK_BYTES + column * COPY_BYTES,
  heap: 16_384 + MOST_THREADS * WORK_BYTES + MOST_COLUMNS * COPY_BYTES,
} as const;

/** Offset in a table of the numbers that hold for every row. */
export const SCALARS_AT = 64;

const MEMORY_PAGES = { initial: 8, maximum: 16_384, shared: true } as const;

/** The module of `kernels.wasm`; undefined where the engine lacks WebAssembly SIMD or memory shared between threads. */
export const compileKernels = (bytes: Uint8Array): WasmModule | undefined =>
  webAssembly.validate(bytes) ? new webAssembly.Module(bytes) : undefined;

/** A memory of the size the build asks for, to be shared between threads. */
export const kernelMemory = (): WasmMemory => new webAssembly.Memory(MEMORY_PAGES);

/**
 * Starts the module on a memory.
 *
 * @throws PreconditionError if the module is not the one `npm run build` makes from this version's `assembly/`
 */
export function instantiate(module: WasmModule, memory: WasmMemory): WasmExports {
  const instance = new webAssembly.Instance(module, { env: { memory } });
  const found = instance.exports;
  if (!isWasmExports(found))
    throw new PreconditionError('module', 'must export the kernels', Object.keys(found));
  if (found.dataEnd() > LAYOUT.control)
    throw new PreconditionError('module', 'must keep its data below the control block', found.dataEnd());
  return found;
}

function isWasmExports(found: object): found is WasmExports {
  return ['run', 'lead', 'dataEnd'].every((name) => name in found);
}
