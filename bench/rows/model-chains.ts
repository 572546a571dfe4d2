import { jointModel } from '../../src/model/joint-model.ts';
import { measureInversion } from '../measure/model/inversion.ts';
import { measureSmileErrors } from '../measure/model/smile-errors.ts';
import { measureVixChainErrors } from '../measure/model/vix-chain-errors.ts';
import { measureVxErrors } from '../measure/model/vx-errors.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';
import { inversionRows } from './model-inversion.ts';
import { smileErrorRows } from './model-smile-errors.ts';
import { vixOptionRows } from './model-vix-options.ts';
import { vxErrorRows } from './model-vx-errors.ts';

const IDS = [
  'model.inversion',
  'model.chain.vol',
  'model.chain.credit',
  'model.vx',
  'model.vix-chain',
] as const;

/** Model chains, VX futures and VIX options held against the real ones. */
export async function modelChainRows(): Promise<readonly Row[]> {
  const root = sharedRoot();
  if (root === undefined) return IDS.map((id) => skipped(id, 'no ../shared folder beside the checkout'));
  const model = jointModel();
  const vixOptions = await measureVixChainErrors(root, model);
  return [
    ...inversionRows(await measureInversion(root)),
    ...smileErrorRows(await measureSmileErrors(root, model)),
    ...vxErrorRows(await measureVxErrors(root, model)),
    ...(vixOptions === undefined
      ? [skipped('model.vix-chain', 'no VIX chain is held')]
      : vixOptionRows(vixOptions)),
  ];
}
