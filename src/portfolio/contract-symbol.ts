import { isIsoDate } from '../core/dates.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type Contract, FUTURE_ROOTS, type FutureContract } from '../market/contract.ts';
import { contractFactsIfListed, futureContract } from '../market/contract-registry.ts';
import { osiSymbol, parseOsi } from '../market/osi.ts';
import { isVixMonthly } from '../market/vix-expirations.ts';

/** `VX/2019-06-19`: root and settlement date, after the names of the CFE's own files (`VX_2019-06-19.csv`). */
const FUTURE = /^(VXM?)[/_ ](\d{4}-\d{2}-\d{2})$/;

export interface SymbolFailure {
  /** What is wrong, as a clause. */
  readonly what: string;
}

/** The text form of a contract in files and journals; also its identity. */
export const contractSymbol = (contract: Contract): string =>
  contract.kind === 'option' ? osiSymbol(contract) : `${contract.root}/${contract.expiration}`;

function parseFuture(name: string, settlement: string): Result<FutureContract, SymbolFailure> {
  const root = FUTURE_ROOTS.find((known) => known === name);
  if (root === undefined || !isIsoDate(settlement))
    return fail({ what: `has the date ${settlement}, which does not exist` });
  if (!isVixMonthly(settlement))
    return fail({ what: `settles on ${settlement}, which is no monthly VIX settlement` });
  if (contractFactsIfListed(root, settlement) === undefined)
    return fail({ what: `settles on ${settlement}, before ${root} was listed` });
  return ok(futureContract(root, settlement));
}

/** Reads an option symbol in any spelling `parseOsi` knows, or a monthly VIX future as `VX/2019-06-19`. */
export function parseContractSymbol(text: string): Result<Contract, SymbolFailure> {
  const [, root, settlement] = FUTURE.exec(text.trim().toUpperCase()) ?? [];
  return root === undefined || settlement === undefined ? parseOsi(text) : parseFuture(root, settlement);
}
