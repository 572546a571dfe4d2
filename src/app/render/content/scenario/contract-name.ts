import type { IsoDate } from '../../../../core/units.ts';
import { parseContractSymbol } from '../../../../portfolio/contract-symbol.ts';
import { nearDate, strike } from '../../format.ts';

/** `XSP 4 Dec 681P`, `VX 16 Dec`; the symbol itself where it does not read. */
export function contractName(symbol: string, from: IsoDate): string {
  const read = parseContractSymbol(symbol);
  if (!read.ok) return symbol;
  const contract = read.value;
  const series = `${contract.root} ${nearDate(contract.expiration, from)}`;
  if (contract.kind === 'future') return series;
  return `${series} ${strike(contract.strike)}${contract.right === 'call' ? 'C' : 'P'}`;
}
