import { SMILE_GRID_TEXT } from './grid/smile-grid-data.ts';
import { decodeSmileGrid, type SmileGrid } from './smile-grid.ts';
import { JOINT_MODEL, type TwoFactorModel } from './two-factor.ts';
import { type VarianceCurves, varianceCurves } from './variance-curve.ts';
import { INDEX_DAYS, type VarianceWindow, varianceWindow } from './variance-window.ts';

/** The model with everything worked out once that every price needs. */
export interface JointModel {
  readonly parameters: TwoFactorModel;
  readonly vix9d: VarianceWindow;
  readonly vix: VarianceWindow;
  readonly vix3m: VarianceWindow;
  readonly vix6m: VarianceWindow;
  readonly curves: VarianceCurves;
  readonly smiles: SmileGrid;
}

/** Puts a model together with the smiles that were built for its parameters. */
export function jointModelOf(parameters: TwoFactorModel, smiles: SmileGrid): JointModel {
  return {
    parameters,
    vix9d: varianceWindow(parameters, INDEX_DAYS.vix9d),
    vix: varianceWindow(parameters, INDEX_DAYS.vix),
    vix3m: varianceWindow(parameters, INDEX_DAYS.vix3m),
    vix6m: varianceWindow(parameters, INDEX_DAYS.vix6m),
    curves: varianceCurves(parameters),
    smiles,
  };
}

let shipped: JointModel | undefined;

/** The model this program ships with; its tables take some 20 ms and are made on first use. */
export function jointModel(): JointModel {
  shipped ??= jointModelOf(JOINT_MODEL, decodeSmileGrid(SMILE_GRID_TEXT));
  return shipped;
}
