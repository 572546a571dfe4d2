import { seededRandom } from '../core/random.ts';
import { type Black76Book, COLUMNS } from '../quant/batch/columns.ts';
import type { Kernels } from '../quant/batch/kernels.ts';
import { plainKernels } from '../quant/batch/plain-kernels.ts';
import type { Finding } from './doctor.ts';
import { loadKernels } from './kernels.ts';

const ROWS = 512;
/** Two correct builds differ by some units in the last place of the larger leg of an option, here at most 6,000 points. */
const ALIKE = 1e-11;

function sampleBook(): Black76Book {
  const random = seededRandom(1);
  const column = (draw: () => number): Float64Array => Float64Array.from({ length: ROWS }, draw);
  return {
    sign: column(() => (random() < 0.5 ? 1 : -1)),
    forward: column(() => 5000),
    strike: column(() => 4000 + 2000 * random()),
    vol: column(() => 0.08 + 0.5 * random()),
    expiry: column(() => 1 / 365 + random()),
    discount: column(() => 0.95 + 0.05 * random()),
  };
}

function premiumsOf(kernels: Kernels, book: Black76Book): Float64Array {
  const { columns, release } = kernels.workspace(COLUMNS.european, ROWS);
  kernels.black76(book, columns);
  const premiums = Float64Array.from(columns.premium);
  release();
  return premiums;
}

/** Which kernels price batches here, and whether the fast ones agree with the plain ones on 512 options. */
export function kernelsFinding(): Finding {
  const { kernels, because, close } = loadKernels();
  const book = sampleBook();
  const [fast, plain] = [premiumsOf(kernels, book), premiumsOf(plainKernels, book)];
  close();
  const worst = fast.reduce(
    (most, premium, i) => Math.max(most, Math.abs(premium - (plain[i] as number))),
    0,
  );
  if (kernels.name === 'typescript') {
    return { name: 'Kernels', state: 'note', found: `plain TypeScript: ${because}` };
  }
  if (!(worst <= ALIKE)) {
    return {
      name: 'Kernels',
      state: 'broken',
      found: `WebAssembly SIMD and plain TypeScript differ by ${worst} points`,
      fix: 'build again with `npm run build`',
    };
  }
  const threads = kernels.threads === 1 ? '1 thread' : `${kernels.threads} threads`;
  return {
    name: 'Kernels',
    state: 'ok',
    found: `WebAssembly SIMD, ${threads}; agree with plain TypeScript on ${ROWS} options`,
  };
}
