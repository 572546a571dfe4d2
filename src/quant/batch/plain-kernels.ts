import { logMoneyness } from '../black76.ts';
import { checkChain, checkColumns } from './check-columns.ts';
import { COLUMNS } from './columns.ts';
import type { Kernels } from './kernels.ts';
import { plainBlackScholes } from './plain-black-scholes.ts';
import { plainBlack76 } from './plain-black76.ts';
import { plainBlack76Chain } from './plain-black76-chain.ts';
import { plainImpliedVol } from './plain-implied-vol.ts';
import { namedColumns, requireRows } from './workspace.ts';

/** The kernels in plain TypeScript: on every machine, and the same bits on every machine. */
export const plainKernels: Kernels = {
  name: 'typescript',
  threads: 1,
  workspace: (names, rows) => {
    requireRows(rows);
    return { columns: namedColumns(names, () => new Float64Array(rows)), release: () => undefined };
  },
  blackScholes: (book, values) => {
    checkColumns({ names: COLUMNS.blackScholes, input: book, outNames: COLUMNS.european, output: values });
    plainBlackScholes(book, values);
  },
  black76: (book, values) => {
    checkColumns({ names: COLUMNS.black76, input: book, outNames: COLUMNS.european, output: values });
    plainBlack76(book, values);
  },
  black76Chain: (chain, values) => {
    checkChain(chain);
    checkColumns({ names: COLUMNS.black76Chain, input: chain, outNames: COLUMNS.european, output: values });
    plainBlack76Chain(chain, logMoneyness(chain.forward, chain.anchor), values);
  },
  impliedVol: (quotes, vols) => {
    checkColumns({
      names: COLUMNS.impliedVol,
      input: quotes,
      outNames: COLUMNS.impliedVols,
      output: vols,
      rules: 'quotes',
    });
    plainImpliedVol(quotes, vols);
  },
};
