import { loadKernels } from '../../src/app/kernels.ts';
import { COLUMNS } from '../../src/quant/batch/columns.ts';
import { plainKernels } from '../../src/quant/batch/plain-kernels.ts';
import { interleaved } from '../peers/best-of.ts';
import { bookSize, europeanBook } from '../peers/books.ts';
import type { Comparison } from '../peers/compare/comparison.ts';
import { compareEuropean } from '../peers/compare/european.ts';
import { compareImpliedVol } from '../peers/compare/implied-vol.ts';
import { ourEuropean, ourImpliedVol } from '../peers/our-kernels.ts';
import { type Row, skipped } from '../row.ts';
import { judgedRows, type RatioTarget } from './kernel-targets.ts';

const ENGINE = 'quantlib-engine';
const PRICE_TARGETS: readonly RatioTarget[] = [
  { id: 'kernel.target.price-wasm', our: 'wasm-simd', peer: ENGINE, must: 50, aim: 65 },
  { id: 'kernel.target.price-wasm-calculator', our: 'wasm-simd', peer: 'quantlib-black-calculator', must: 6 },
  { id: 'kernel.target.price-wasm-chain', our: 'wasm-simd-chain', peer: ENGINE, must: 90, aim: 110 },
  { id: 'kernel.target.price-typescript', our: 'typescript', peer: ENGINE, must: 20 },
  { id: 'kernel.target.price-typescript-chain', our: 'typescript-chain', peer: ENGINE, must: 20, aim: 45 },
];
const VOL_TARGETS: readonly RatioTarget[] = [
  { id: 'kernel.target.vol-wasm', our: 'wasm-simd', peer: ENGINE, must: 18, aim: 21 },
  { id: 'kernel.target.vol-typescript', our: 'typescript', peer: ENGINE, must: 9, aim: 10 },
];

async function judged(
  comparisons: Promise<readonly Comparison[]>,
  targets: readonly RatioTarget[],
): Promise<readonly Row[]> {
  const [first, ...others] = await comparisons;
  return [
    ...(first === undefined ? [] : judgedRows(first, targets)),
    ...others.flatMap((comparison) => judgedRows(comparison, [])),
  ];
}

/** Builds on one thread: plain, and the fast one where there is one. */
function builds() {
  const { kernels } = loadKernels(1);
  return kernels.name === 'typescript' ? [plainKernels] : [plainKernels, kernels];
}

/** Premium and five Greeks: ours, QuantLib C++ and the npm packages. */
export const europeanRows = (): Promise<readonly Row[]> =>
  judged(compareEuropean(ourEuropean(builds())), PRICE_TARGETS);

/** Implied vols: ours, QuantLib C++ and the npm packages. */
export const impliedVolRows = (): Promise<readonly Row[]> =>
  judged(compareImpliedVol(ourImpliedVol(builds())), VOL_TARGETS);

const TEAM_ID = 'kernel.target.two-threads';
const TEAM_ROWS = [1_000, 5_000, 20_000, 100_000, 1_000_000];

/** Two threads against one on books of five sizes, columns in the kernels' memory. */
export async function threadRows(): Promise<readonly Row[]> {
  const [one, two] = [loadKernels(1), loadKernels(2)];
  const { kernels } = two;
  if (kernels.name === 'typescript') return [skipped(TEAM_ID, two.because)];
  for (let wait = 0; wait < 400 && !two.isStaffed(); wait++) await new Promise((done) => setTimeout(done, 5));
  const rows: Row[] = [];
  for (const size of TEAM_ROWS) {
    const passes = [one.kernels, kernels].map((build) => {
      const book = europeanBook(size);
      const { columns, release } = build.workspace([...COLUMNS.blackScholes, ...COLUMNS.european], size);
      const { right, ...named } = book;
      for (const [name, column] of Object.entries({ ...named, sign: right }))
        columns[name as (typeof COLUMNS.blackScholes)[number]].set(column);
      const pass = (): number => {
        build.blackScholes(columns, columns);
        return bookSize(book);
      };
      return { pass, release };
    });
    const [alone, team] = passes;
    if (alone === undefined || team === undefined) continue;
    const ns = await interleaved({ one: alone.pass, two: team.pass }, { rounds: 9, minMs: 100 });
    const ratio = ns.one / ns.two;
    const isTarget = size === 1_000_000;
    rows.push({
      id: isTarget ? TEAM_ID : `kernel.threads.${size}`,
      value: ratio,
      unit: 'x as fast as one thread',
      target: isTarget ? '>= 1.85, aim 1.95' : '',
      pass: isTarget ? ratio >= 1.85 : null,
      against: `one thread in turns with two, ${size} options`,
      note: `${ns.one.toFixed(1)} and ${ns.two.toFixed(1)} ns per option; needs a second processor that is idle`,
    });
    for (const { release } of passes) release();
  }
  two.close();
  return rows;
}
