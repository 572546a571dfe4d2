import { expect, it } from 'vitest';
import { describeWithWasm, wasmBuild } from '../../../test/kernel-builds.ts';
import { PreconditionError } from '../../core/errors.ts';
import { seededRandom } from '../../core/random.ts';
import { COLUMNS } from './columns.ts';
import type { WasmKernels } from './wasm-kernels.ts';
import { wasmKernels } from './wasm-kernels.ts';
import { compileKernels } from './wasm-module.ts';

const NAMES = [...COLUMNS.black76, ...COLUMNS.european, 'solved'] as const;

/** A workspace of random options, priced. */
function pricedOptions(kernels: WasmKernels, rows: number) {
  const random = seededRandom(23);
  const workspace = kernels.workspace(NAMES, rows);
  const { columns } = workspace;
  for (let i = 0; i < rows; i++) {
    columns.sign[i] = random() < 0.5 ? 1 : -1;
    columns.forward[i] = 5000;
    columns.strike[i] = 4000 + 2000 * random();
    columns.vol[i] = 0.1 + 0.3 * random();
    columns.expiry[i] = 0.02 + random();
    columns.discount[i] = 0.95 + 0.05 * random();
  }
  kernels.black76(columns, columns);
  return workspace;
}

async function staffed(kernels: WasmKernels): Promise<boolean> {
  for (let wait = 0; wait < 1000 && !kernels.isStaffed(); wait++)
    await new Promise((done) => setTimeout(done, 5));
  return kernels.isStaffed();
}

/** Bit for bit; a million numbers are too many for a matcher that explains each. */
const sameBits = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((x, i) => Object.is(x, b[i]));

describeWithWasm('several threads', () => {
  it('give the bits one gives, for columns in place and elsewhere, more rows than shares', async () => {
    const [alone, team] = [wasmBuild(), wasmBuild(2)];
    expect(await staffed(team)).toBe(true);
    for (const rows of [999, 4095, 4096, 4097, 20_001, 150_001, 600_001]) {
      const [one, many] = [pricedOptions(alone, rows), pricedOptions(team, rows)];
      for (const name of COLUMNS.european) expect(sameBits(many.columns[name], one.columns[name])).toBe(true);
      const elsewhere = Object.fromEntries(
        NAMES.map((name) => [name, new Float64Array(one.columns[name])]),
      ) as {
        [N in (typeof NAMES)[number]]: Float64Array;
      };
      for (const name of COLUMNS.european) elsewhere[name].fill(0);
      team.black76(elsewhere, elsewhere);
      for (const name of COLUMNS.european) expect(sameBits(elsewhere[name], one.columns[name])).toBe(true);
      const code = new Uint8Array(rows);
      team.impliedVol(many.columns, { vol: many.columns.solved, code });
      alone.impliedVol(one.columns, { vol: one.columns.solved, code });
      expect(sameBits(many.columns.solved, one.columns.solved)).toBe(true);
      one.release();
      many.release();
    }
    team.close();
    expect(team.isStaffed()).toBe(false);
  });

  it('go on as one after being closed', async () => {
    const team = wasmBuild(1);
    await staffed(team);
    team.close();
    team.close();
    const { columns } = pricedOptions(team, 5000);
    expect(columns.premium.every((premium) => premium > 0)).toBe(true);
  });
});

describeWithWasm('the memory of the kernels', () => {
  it('is used again after release, and refuses what was released', () => {
    const kernels = wasmBuild();
    for (let round = 0; round < 200; round++) {
      const { columns, release } = kernels.workspace(['a', 'b'], 100_000);
      expect(columns.a.every((x) => x === 0)).toBe(true);
      columns.a.fill(round + 1);
      release();
      if (round === 0) expect(release).toThrow('column must be one these kernels made');
    }
  });

  it('refuses a workspace beyond one GiB and works on', () => {
    const kernels = wasmBuild();
    expect(() => kernels.workspace(['a'], 2 ** 28)).toThrow(PreconditionError);
    expect(pricedOptions(kernels, 10).columns.premium[0]).toBeGreaterThan(0);
  });
});

describeWithWasm('the module', () => {
  it('is refused when it is another', () => {
    // The smallest module there is: magic number and version.
    const empty = compileKernels(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    if (empty === undefined) throw new Error('an empty module is valid');
    expect(() => wasmKernels({ module: empty })).toThrow('module must export the kernels');
    expect(compileKernels(Uint8Array.of(1, 2, 3))).toBeUndefined();
  });

  it('is refused a number of helpers it has no room for, or nobody to start them', () => {
    expect(() => wasmBuild(32)).toThrow('helpers must be an integer from 0 to 31, was 32');
    expect(() => wasmBuild(-1)).toThrow(PreconditionError);
  });
});
