import type { ColumnScan } from './check-columns.ts';
import { type WasmColumns, wasmColumns } from './wasm-columns.ts';
import {
  COPIED_ROWS,
  instantiate,
  KERNEL,
  type KernelId,
  kernelMemory,
  LAYOUT,
  MOST_COLUMNS,
  RULE,
  SCALARS_AT,
} from './wasm-module.ts';
import { type StartHelper, wasmTeam } from './wasm-team.ts';
import type { WasmModule } from './web-assembly.ts';

/** A kernel and what it is to work on: input columns first, in the kernel's order, then output columns. */
export interface WasmJob {
  readonly kernel: KernelId;
  readonly inputs: readonly Float64Array[];
  readonly outputs: readonly Float64Array[];
  readonly rows: number;
  /** Numbers that hold for every row. */
  readonly scalars?: readonly number[];
}

/** Runs the kernels of one module on columns wherever they lie. */
export interface WasmMachine {
  readonly columns: WasmColumns;
  run(job: WasmJob): void;
  readonly scan: ColumnScan;
  isStaffed(): boolean;
  close(): void;
}

/** Waking another thread takes 15-20 us, in which one does about a thousand rows: with fewer than this nothing is gained. */
const SHARED_FROM = 4096;
/** A check takes a fraction of a nanosecond a number: below this another thread comes too late. */
const CHECKED_TOGETHER_FROM = 50_000;
/** Entries of a check's table: rules of the columns, how many there are, where to say that one is broken. */
const RULES_AT = 7;
const COUNT_AT = 14;
/** Rows brought into our memory at a time for threads to share: 52 MB of the widest kernel. */
const BORROWED_ROWS = 500_000;
/** Below this copying number by number costs less than making views to copy between. */
const COPY_BY_HAND = 48;

/** @throws PreconditionError as `instantiate` and `wasmTeam` */
export function wasmMachine(module: WasmModule, helpers: number, startHelper?: StartHelper): WasmMachine {
  const memory = kernelMemory();
  const wasm = instantiate(module, memory);
  const columns = wasmColumns(memory);
  const team = wasmTeam({ module, memory, wasm, helpers, startHelper });
  const tables = Array.from({ length: helpers + 1 }, (_, thread) => ({
    addresses: new Uint32Array(memory.buffer, LAYOUT.table(thread), 16),
    scalars: new Float64Array(memory.buffer, LAYOUT.table(thread) + SCALARS_AT, 8),
    work: LAYOUT.work(thread),
  }));
  const copies = Array.from({ length: MOST_COLUMNS }, (_, i) => ({
    address: LAYOUT.copy(i),
    column: new Float64Array(memory.buffer, LAYOUT.copy(i), COPIED_ROWS),
  }));

  const broken = new Int32Array(memory.buffer, LAYOUT.broken, 1);

  /** Tells `threads` threads where the columns lie; the address of their own work columns follows. */
  const write = (threads: number, addresses: readonly number[], scalars: readonly number[] = []): void => {
    for (let thread = 0; thread < threads; thread++) {
      const table = tables[thread];
      table?.addresses.set(addresses);
      table?.addresses.fill(table.work, addresses.length, addresses.length + 1);
      table?.scalars.set(scalars);
    }
  };

  /** All columns are ours. */
  const runInPlace = ({ kernel, rows, scalars }: WasmJob, addresses: readonly number[]): void => {
    const together = rows >= SHARED_FROM && team.isStaffed();
    write(together ? team.threads() : 1, addresses, scalars);
    if (together) team.run(kernel, rows);
    else wasm.run(kernel, LAYOUT.table(0), 0, rows);
  };

  /** Threads can share only what lies in our memory: a piece of the batch is brought there for the time. */
  const runBorrowed = (job: WasmJob): void => {
    const borrowed = columns.allocate(job.inputs.length + job.outputs.length, job.rows);
    const inputs = borrowed.slice(0, job.inputs.length);
    const outputs = borrowed.slice(job.inputs.length);
    try {
      inputs.forEach((column, i) => {
        column.set(job.inputs[i] as Float64Array);
      });
      runInPlace(
        job,
        borrowed.map((column) => columns.addressOf(column) as number),
      );
      outputs.forEach((column, i) => {
        job.outputs[i]?.set(column);
      });
    } finally {
      borrowed.forEach(columns.release);
    }
  };

  /** In pieces that fit a cache, through columns kept for the purpose. */
  const runCopied = ({ kernel, inputs, outputs, rows, scalars }: WasmJob): void => {
    const used = copies.slice(0, inputs.length + outputs.length);
    write(
      1,
      used.map(({ address }) => address),
      scalars,
    );
    for (let from = 0; from < rows; from += COPIED_ROWS) {
      const count = Math.min(COPIED_ROWS, rows - from);
      inputs.forEach((column, i) => {
        copyRows(column, from, copies[i]?.column as Float64Array, 0, count);
      });
      wasm.run(kernel, LAYOUT.table(0), 0, count);
      outputs.forEach((column, i) => {
        copyRows(copies[inputs.length + i]?.column as Float64Array, 0, column, from, count);
      });
    }
  };

  return {
    columns,
    isStaffed: team.isStaffed,
    close: team.close,
    scan: (inputs, rules, rows) => {
      const addresses = inputs.map(columns.addressOf);
      if (!addresses.every((address) => address !== undefined)) return false;
      const together = rows >= CHECKED_TOGETHER_FROM && team.isStaffed();
      for (let thread = 0; thread < (together ? team.threads() : 1); thread++) {
        const table = tables[thread]?.addresses;
        table?.set(addresses);
        table?.set(
          rules.map((rule) => RULE[rule]),
          RULES_AT,
        );
        table?.set([addresses.length, LAYOUT.broken], COUNT_AT);
      }
      broken[0] = 0;
      if (together) team.run(KERNEL.check, rows);
      else wasm.run(KERNEL.check, LAYOUT.table(0), 0, rows);
      return broken[0] === 0;
    },
    run: (job) => {
      const addresses = [...job.inputs, ...job.outputs].map(columns.addressOf);
      if (addresses.every((address) => address !== undefined)) runInPlace(job, addresses);
      else if (job.rows >= SHARED_FROM && team.isStaffed()) pieces(job).forEach(runBorrowed);
      else runCopied(job);
    },
  };
}

/** A batch in pieces of a size our memory has room for. */
function pieces(job: WasmJob): readonly WasmJob[] {
  return Array.from({ length: Math.ceil(job.rows / BORROWED_ROWS) }, (_, i) => {
    const from = i * BORROWED_ROWS;
    const rows = Math.min(BORROWED_ROWS, job.rows - from);
    const part = (column: Float64Array): Float64Array => column.subarray(from, from + rows);
    return { ...job, rows, inputs: job.inputs.map(part), outputs: job.outputs.map(part) };
  });
}

function copyRows(source: Float64Array, from: number, target: Float64Array, to: number, count: number): void {
  if (count > COPY_BY_HAND) target.set(source.subarray(from, from + count), to);
  else for (let i = 0; i < count; i++) target[to + i] = source[from + i] as number;
}
