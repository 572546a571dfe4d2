import { PreconditionError } from '../../core/errors.ts';
import { CONTROL, type KernelId, LAYOUT, MOST_THREADS, type WasmExports } from './wasm-module.ts';
import type { WasmMemory, WasmModule } from './web-assembly.ts';

/** What a helping thread needs: `new WebAssembly.Instance(module, { env: { memory } }).exports.serve(control, table)`. */
export interface HelperTask {
  readonly module: WasmModule;
  readonly memory: WasmMemory;
  readonly control: number;
  readonly table: number;
}

/** Starts one helping thread; must not wait for it. */
export type StartHelper = (task: HelperTask) => void;

/** The threads that share a large batch. */
export interface WasmTeam {
  /** Threads whose tables must be written before a run, the caller's among them. */
  threads(): number;
  /** Whether every helping thread has reported for work. */
  isStaffed(): boolean;
  /** Runs a kernel on all rows, on all threads. @throws Error if one does not come back within 30 s */
  run(kernel: KernelId, rows: number): void;
  close(): void;
}

/**
 * Rows a thread takes at a time: some tens of microseconds of work, so that a thread held up elsewhere costs little; more of
 * a large batch, whose columns come from memory and not from a cache, where long runs are read faster.
 */
const SHARE = { least: 2048, most: 16_384, perThread: 32 } as const;

const shareOf = (rows: number, threads: number): number =>
  Math.min(Math.max(2 * Math.round(rows / (2 * SHARE.perThread * threads)), SHARE.least), SHARE.most);

/** How long a helping thread may take over its rows before it is given up for dead, in nanoseconds. */
const PATIENCE = 30_000_000_000n;

interface TeamParts {
  readonly module: WasmModule;
  readonly memory: WasmMemory;
  readonly wasm: WasmExports;
  readonly helpers: number;
  readonly startHelper: StartHelper | undefined;
}

/** @throws PreconditionError if `helpers` is not an integer from 0 to 31, or is not 0 and nothing starts them */
export function wasmTeam({ module, memory, wasm, helpers, startHelper }: TeamParts): WasmTeam {
  if (!(Number.isInteger(helpers) && helpers >= 0 && helpers < MOST_THREADS)) {
    throw new PreconditionError('helpers', `must be an integer from 0 to ${MOST_THREADS - 1}`, helpers);
  }
  if (helpers > 0 && startHelper === undefined)
    throw new PreconditionError('startHelper', 'must be given when helpers are wanted', startHelper);
  const control = new Int32Array(memory.buffer, LAYOUT.control, 8);
  let others = helpers;
  for (let thread = 1; thread <= helpers; thread++) {
    startHelper?.({ module, memory, control: LAYOUT.control, table: LAYOUT.table(thread) });
  }
  return {
    threads: () => others + 1,
    isStaffed: () => others > 0 && Atomics.load(control, CONTROL.ready) === helpers,
    run: (kernel, rows) => {
      control[CONTROL.kernel] = kernel;
      control[CONTROL.rows] = rows;
      control[CONTROL.share] = shareOf(rows, others + 1);
      if (wasm.lead(LAYOUT.control, LAYOUT.table(0), others, PATIENCE) === 0) {
        others = 0;
        throw new Error(
          'a helping thread of the kernels has not come back within 30 s; the batch is incomplete',
        );
      }
    },
    close: () => {
      if (others === 0) return;
      others = 0;
      control[CONTROL.kernel] = -1;
      Atomics.add(control, CONTROL.generation, 1);
      Atomics.notify(control, CONTROL.generation);
    },
  };
}
