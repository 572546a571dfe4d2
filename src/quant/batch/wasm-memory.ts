import { PreconditionError } from '../../core/errors.ts';
import type { WasmMemory } from './web-assembly.ts';

const PAGE = 65_536;

/** The part of a WebAssembly memory that is handed out, as addresses. */
export interface Arena {
  /** @throws PreconditionError when the memory may not grow that far */
  allocate(bytes: number): number;
  free(address: number): void;
}

interface Gap {
  readonly address: number;
  readonly bytes: number;
}

/**
 * First-fit over the free gaps of a memory from `start` up; the memory grows when none is large enough. Gaps that touch
 * are joined. Addresses are multiples of 16.
 */
export function arenaOf(memory: WasmMemory, start: number): Arena {
  let gaps: readonly Gap[] = [{ address: start, bytes: memory.buffer.byteLength - start }];
  const taken = new Map<number, number>();
  const grow = (bytes: number): void => {
    const pages = Math.ceil(bytes / PAGE);
    const end = memory.buffer.byteLength;
    try {
      memory.grow(pages);
    } catch {
      throw new PreconditionError('rows', 'must fit the memory of the kernels (1 GiB)', bytes);
    }
    gaps = joined([...gaps, { address: end, bytes: pages * PAGE }]);
  };
  return {
    allocate: (asked) => {
      const bytes = Math.ceil(asked / 16) * 16;
      if (!gaps.some((gap) => gap.bytes >= bytes)) grow(bytes);
      const found = gaps.find((gap) => gap.bytes >= bytes);
      if (found === undefined)
        throw new PreconditionError('rows', 'must fit the memory of the kernels', bytes);
      gaps = gaps
        .map((gap) => (gap === found ? { address: gap.address + bytes, bytes: gap.bytes - bytes } : gap))
        .filter((gap) => gap.bytes > 0);
      taken.set(found.address, bytes);
      return found.address;
    },
    free: (address) => {
      const bytes = taken.get(address);
      if (bytes === undefined)
        throw new PreconditionError('address', 'must be one that was allocated', address);
      taken.delete(address);
      gaps = joined([...gaps, { address, bytes }]);
    },
  };
}

function joined(gaps: readonly Gap[]): readonly Gap[] {
  const whole: Gap[] = [];
  for (const gap of [...gaps].sort((a, b) => a.address - b.address)) {
    const last = whole.at(-1);
    if (last !== undefined && last.address + last.bytes === gap.address) {
      whole[whole.length - 1] = { address: last.address, bytes: last.bytes + gap.bytes };
    } else whole.push(gap);
  }
  return whole;
}
