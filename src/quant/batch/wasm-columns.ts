import { PreconditionError } from '../../core/errors.ts';
import { arenaOf } from './wasm-memory.ts';
import { LAYOUT, SPARE_ROWS } from './wasm-module.ts';
import type { WasmMemory } from './web-assembly.ts';

/** Columns that lie in the kernels' own memory. */
export interface WasmColumns {
  /** Columns of zeros, all of them or none. @throws PreconditionError when the memory is full */
  allocate(count: number, rows: number): readonly Float64Array[];
  /** @throws PreconditionError if it is none of these */
  release(column: Float64Array): void;
  /** Where a column lies; undefined for one elsewhere, and for a part of one. */
  addressOf(column: Float64Array): number | undefined;
}

/** The columns of one memory; each has room for the row that makes an odd count even. */
export function wasmColumns(memory: WasmMemory): WasmColumns {
  const arena = arenaOf(memory, LAYOUT.heap);
  const addresses = new WeakMap<Float64Array, number>();
  const allocateOne = (rows: number): Float64Array => {
    const address = arena.allocate((rows + SPARE_ROWS) * 8);
    const column = new Float64Array(memory.buffer, address, rows).fill(0);
    addresses.set(column, address);
    return column;
  };
  const release = (column: Float64Array): void => {
    const address = addresses.get(column);
    if (address === undefined)
      throw new PreconditionError('column', 'must be one these kernels made and not yet released', 'another');
    addresses.delete(column);
    arena.free(address);
  };
  return {
    allocate: (count, rows) => {
      const columns: Float64Array[] = [];
      try {
        while (columns.length < count) columns.push(allocateOne(rows));
        return columns;
      } catch (error) {
        columns.forEach(release);
        throw error;
      }
    },
    release,
    // Columns elsewhere are told apart without looking them up.
    addressOf: (column) => (column.buffer instanceof ArrayBuffer ? undefined : addresses.get(column)),
  };
}
