import { logMoneyness } from '../black76.ts';
import { impliedStdDev } from '../implied-vol.ts';
import { checkChain, checkColumns } from './check-columns.ts';
import { COLUMNS, type ImpliedVols, IV_CODE, type PremiumQuotes } from './columns.ts';
import type { Kernels } from './kernels.ts';
import { wasmMachine } from './wasm-machine.ts';
import { KERNEL } from './wasm-module.ts';
import type { StartHelper } from './wasm-team.ts';
import type { WasmModule } from './web-assembly.ts';
import { namedColumns, requireRows } from './workspace.ts';

/** Kernels that own threads and memory. */
export interface WasmKernels extends Kernels {
  /** Whether every helping thread has reported for work; until then the caller's thread works alone. */
  isStaffed(): boolean;
  /** Lets the helping threads end. The kernels go on working, on the caller's thread. */
  close(): void;
}

export interface WasmKernelOptions {
  /** Compiled from `kernels.wasm`. */
  readonly module: WasmModule;
  /** Threads beside the caller's, 0 to 31; each is started by `startHelper`, which must not block. */
  readonly helpers?: number;
  readonly startHelper?: StartHelper;
}

/** Quotes the vector solver leaves to the scalar one: worth more than half of min(F, K), or not settled in two steps. */
const LEFT_OVER = 3;

/**
 * The kernels in WebAssembly SIMD.
 *
 * @throws PreconditionError if the module is not the one `npm run build` makes from `assembly/`, or helpers is not 0 to 31
 */
export function wasmKernels({ module, helpers = 0, startHelper }: WasmKernelOptions): WasmKernels {
  const machine = wasmMachine(module, helpers, startHelper);
  const { scan } = machine;
  return {
    name: 'wasm-simd',
    threads: helpers + 1,
    isStaffed: machine.isStaffed,
    close: machine.close,
    workspace: (names, rows) => {
      requireRows(rows);
      const held = machine.columns.allocate(names.length, rows);
      return {
        columns: namedColumns(names, (i) => held[i] as Float64Array),
        release: () => held.forEach(machine.columns.release),
      };
    },
    blackScholes: (book, values) => {
      const names = COLUMNS.blackScholes;
      const rows = checkColumns({ names, input: book, outNames: COLUMNS.european, output: values, scan });
      machine.run({
        kernel: KERNEL.blackScholes,
        inputs: pick(book, names),
        outputs: pick(values, COLUMNS.european),
        rows,
      });
    },
    black76: (book, values) => {
      const names = COLUMNS.black76;
      const rows = checkColumns({ names, input: book, outNames: COLUMNS.european, output: values, scan });
      machine.run({
        kernel: KERNEL.black76,
        inputs: pick(book, names),
        outputs: pick(values, COLUMNS.european),
        rows,
      });
    },
    black76Chain: (chain, values) => {
      checkChain(chain);
      const names = COLUMNS.black76Chain;
      const rows = checkColumns({ names, input: chain, outNames: COLUMNS.european, output: values, scan });
      const { forward, anchor, expiry, discount } = chain;
      const rate = -Math.log(discount) / expiry;
      const scalars = [forward, logMoneyness(forward, anchor), expiry, discount, rate];
      machine.run({
        kernel: KERNEL.black76Chain,
        inputs: pick(chain, names),
        outputs: pick(values, COLUMNS.european),
        rows,
        scalars,
      });
    },
    impliedVol: (quotes, vols) => {
      const names = COLUMNS.impliedVol;
      const rows = checkColumns({
        names,
        input: quotes,
        outNames: COLUMNS.impliedVols,
        output: vols,
        rules: 'quotes',
        scan,
      });
      const [codes] = machine.columns.allocate(1, rows) as [Float64Array];
      try {
        machine.run({
          kernel: KERNEL.impliedVol,
          inputs: pick(quotes, names),
          outputs: [vols.vol, codes],
          rows,
        });
        settle(quotes, codes, vols, rows);
      } finally {
        machine.columns.release(codes);
      }
    },
  };
}

const pick = <Name extends string>(
  columns: { readonly [N in Name]: Float64Array },
  names: readonly Name[],
): readonly Float64Array[] => names.map((name) => columns[name]);

/** Codes as the interface says them, and the rows the vector solver left over. */
function settle(quotes: PremiumQuotes, codes: Float64Array, { vol, code }: ImpliedVols, rows: number): void {
  for (let i = 0; i < rows; i++) {
    const verdict = codes[i] as number;
    code[i] = verdict === LEFT_OVER ? IV_CODE.solved : verdict;
    if (verdict === LEFT_OVER) vol[i] = scalarVol(quotes, i);
    else if (verdict !== IV_CODE.solved) vol[i] = Number.NaN;
  }
}

function scalarVol({ sign, premium, forward, strike, expiry, discount }: PremiumQuotes, i: number): number {
  const F = forward[i] as number;
  const K = strike[i] as number;
  const intrinsic = Math.max((sign[i] as number) * (F - K), 0);
  const share = ((premium[i] as number) / (discount[i] as number) - intrinsic) / Math.min(F, K);
  return impliedStdDev(share, Math.abs(logMoneyness(F, K))) / Math.sqrt(expiry[i] as number);
}
