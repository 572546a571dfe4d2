import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { wasmColumns } from './wasm-columns.ts';
import { arenaOf } from './wasm-memory.ts';
import type { WasmMemory } from './web-assembly.ts';

const PAGE = 65_536;

/** A memory of so many pages that may grow to so many: only its size matters to an arena. */
function memoryOf(pages: number, most: number): WasmMemory & { readonly grown: number[] } {
  let buffer = new SharedArrayBuffer(pages * PAGE);
  const grown: number[] = [];
  return {
    grown,
    get buffer() {
      return buffer;
    },
    grow: (more) => {
      if (buffer.byteLength / PAGE + more > most) throw new RangeError('maximum memory size exceeded');
      const before = buffer.byteLength / PAGE;
      grown.push(more);
      buffer = new SharedArrayBuffer((before + more) * PAGE);
      return before;
    },
  };
}

it('hands out addresses from its start, in steps of sixteen bytes, without growing while there is room', () => {
  const memory = memoryOf(1, 1);
  const arena = arenaOf(memory, 1024);
  expect(arena.allocate(1)).toBe(1024);
  expect(arena.allocate(16)).toBe(1040);
  expect(arena.allocate(17)).toBe(1056);
  expect(arena.allocate(PAGE - 1088)).toBe(1088);
  expect(memory.grown).toEqual([]);
  expect(() => arena.allocate(1)).toThrow(PreconditionError);
});

it('takes the first gap that is large enough, and joins gaps that touch', () => {
  const arena = arenaOf(memoryOf(1, 1), 0);
  const [a, b, c, d] = [64, 64, 64, 64].map((bytes) => arena.allocate(bytes)) as [
    number,
    number,
    number,
    number,
  ];
  arena.free(a);
  arena.free(c);
  expect(arena.allocate(128)).toBe(256); // neither gap of 64 will do
  expect(arena.allocate(32)).toBe(a);
  expect(arena.allocate(32)).toBe(a + 32);
  arena.free(b);
  expect(arena.allocate(128)).toBe(b); // b and c, which touch
  arena.free(d);
  expect(arena.allocate(64)).toBe(d);
});

it('grows by whole pages, joined to the gap at the end, and says when it may not', () => {
  const memory = memoryOf(1, 3);
  const arena = arenaOf(memory, PAGE - 32);
  expect(arena.allocate(PAGE)).toBe(PAGE - 32);
  expect(memory.grown).toEqual([1]);
  expect(() => arena.allocate(3 * PAGE)).toThrow('rows must fit the memory of the kernels (1 GiB)');
  expect(arena.allocate(32)).toBe(2 * PAGE - 32);
});

it('refuses to free what it did not hand out, and what was freed', () => {
  const arena = arenaOf(memoryOf(1, 1), 0);
  const address = arena.allocate(16);
  expect(() => arena.free(address + 16)).toThrow(
    `address must be one that was allocated, was ${address + 16}`,
  );
  arena.free(address);
  expect(() => arena.free(address)).toThrow('address must be one that was allocated');
});

it('gives all columns that are asked for, or none', () => {
  const columns = wasmColumns(memoryOf(8, 8));
  // Eight pages leave room for two columns of 8,000 rows above what the kernels keep.
  expect(() => columns.allocate(3, 8000)).toThrow(PreconditionError);
  const [first, second] = columns.allocate(2, 8000) as [Float64Array, Float64Array];
  expect(first.length + second.length).toBe(16_000);
  expect(columns.addressOf(first)).not.toBe(columns.addressOf(second));
  expect(columns.addressOf(first.subarray(1))).toBeUndefined();
  expect(columns.addressOf(new Float64Array(3))).toBeUndefined();
  columns.release(first);
  expect(columns.addressOf(first)).toBeUndefined();
});

it('never hands out bytes that are in use, and ends as it began when all is freed', () => {
  const anySteps = fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 5000 }), frees: fc.nat(3) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(anySteps, (steps) => {
      const arena = arenaOf(memoryOf(1, 64), 256);
      const held: { address: number; bytes: number }[] = [];
      for (const { bytes, frees } of steps) {
        const address = arena.allocate(bytes);
        expect(address % 16).toBe(0);
        for (const one of held)
          expect(address + bytes <= one.address || one.address + one.bytes <= address).toBe(true);
        held.push({ address, bytes });
        for (let i = 0; i < frees && held.length > 0; i++)
          arena.free((held.shift() as { address: number }).address);
      }
      for (const { address } of held) arena.free(address);
      expect(arena.allocate(PAGE - 256)).toBe(256);
    }),
  );
});
