// The part of the WebAssembly interface that is used, for a project compiled without the browser's type library.

/** Compiled code; made by whoever may load files. */
export type WasmModule = object;

/** A memory threads can share. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
  /** @throws RangeError beyond the maximum */
  grow(pages: number): number;
}

interface WasmInstance {
  readonly exports: object;
}

interface WebAssemblyInterface {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => WasmMemory;
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => WasmInstance;
}

/** The engine's own. */
export const webAssembly = (globalThis as typeof globalThis & { readonly WebAssembly: WebAssemblyInterface })
  .WebAssembly;
