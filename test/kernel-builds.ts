import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { startHelper } from '../src/app/kernels.ts';
import type { Kernels } from '../src/quant/batch/kernels.ts';
import { plainKernels } from '../src/quant/batch/plain-kernels.ts';
import { type WasmKernels, wasmKernels } from '../src/quant/batch/wasm-kernels.ts';
import { compileKernels } from '../src/quant/batch/wasm-module.ts';

const PATH = join(import.meta.dirname, '..', 'dist', 'quant', 'kernels.wasm');
const bytes = existsSync(PATH) ? readFileSync(PATH) : undefined;
const module = bytes === undefined ? undefined : compileKernels(bytes);

const WHY =
  bytes === undefined
    ? 'kernels.wasm is not built: npm run build'
    : 'this engine has no WebAssembly SIMD with shared memory';

/** The WebAssembly kernels; only to be asked for inside `describeWithWasm`. */
export function wasmBuild(helpers = 0): WasmKernels {
  if (module === undefined) throw new Error(WHY);
  return wasmKernels({ module, helpers, startHelper });
}

/** A suite that needs the WebAssembly build: runs where it can, and is skipped by name, with the reason, where not. */
export function describeWithWasm(name: string, suite: () => void): void {
  if (module === undefined) describe.skip(`${name} [skipped: ${WHY}]`, suite);
  else describe(name, suite);
}

/** One suite for both builds of the kernels. */
export function describeKernels(suite: (kernels: () => Kernels) => void): void {
  describe('in plain TypeScript', () => suite(() => plainKernels));
  describeWithWasm('in WebAssembly SIMD', () => {
    let built: Kernels | undefined;
    suite(() => {
      built ??= wasmBuild();
      return built;
    });
  });
}
