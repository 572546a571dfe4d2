/** Why a baseline cannot be measured here, and what would change that. */
export interface Skipped {
  readonly skipped: string;
}

export const isSkipped = (found: object): found is Skipped => 'skipped' in found;
