import type { Contract } from '../market/contract.ts';

/** Signed quantity of one contract: + long, - short. */
export interface Leg {
  readonly contract: Contract;
  readonly quantity: number;
}
