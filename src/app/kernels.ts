import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Kernels } from '../quant/batch/kernels.ts';
import { plainKernels } from '../quant/batch/plain-kernels.ts';
import { wasmKernels } from '../quant/batch/wasm-kernels.ts';
import { compileKernels } from '../quant/batch/wasm-module.ts';
import type { HelperTask } from '../quant/batch/wasm-team.ts';

/** Where `npm run build` puts them; the same from `src/app` and from `dist/app`. */
const KERNELS = join(import.meta.dirname, '..', '..', 'dist', 'quant', 'kernels.wasm');

/** The kernels in force, and why they are not the fast ones. */
export interface LoadedKernels {
  readonly kernels: Kernels;
  /** Whether every helping thread has reported for work; until then batches are done by the caller's. */
  readonly isStaffed: () => boolean;
  /** Lets helping threads end. */
  readonly close: () => void;
  readonly because: string;
}

/** All a helping thread does; a string, so that it starts the same from TypeScript, from a build, and from a bundle. */
const HELPER = `
  const { module, memory, control, table } = require('node:worker_threads').workerData;
  new WebAssembly.Instance(module, { env: { memory } }).exports.serve(control, table);
`;

/** Starts one helping thread. */
export function startHelper(task: HelperTask): void {
  // Never what keeps a finished program from ending.
  new Worker(HELPER, { eval: true, workerData: task }).unref();
}

/**
 * The fastest kernels this machine runs: WebAssembly SIMD where the engine has it and the build is there, else plain
 * TypeScript.
 *
 * @param threads  to share large batches between, the caller's among them; by default every processor
 */
export function loadKernels(threads = availableParallelism()): LoadedKernels {
  const plain = (because: string): LoadedKernels => ({
    kernels: plainKernels,
    isStaffed: () => false,
    close: () => undefined,
    because,
  });
  if (!existsSync(KERNELS)) return plain(`${KERNELS} is absent: run \`npm run build\``);
  const module = compileKernels(readFileSync(KERNELS));
  if (module === undefined) {
    return plain(
      `this engine has no WebAssembly SIMD with shared memory, or ${KERNELS} is damaged: run \`npm run build\``,
    );
  }
  const helpers = Math.max(threads, 1) - 1;
  const kernels = wasmKernels({ module, helpers, startHelper });
  return {
    kernels,
    isStaffed: kernels.isStaffed,
    close: kernels.close,
    because: 'WebAssembly SIMD is available',
  };
}
