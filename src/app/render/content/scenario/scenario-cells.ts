import type { QuoteKind } from '../../../../market/chain.ts';
import type { ScenarioReport } from '../../../scenario/scenario-report.ts';
import { signedMoney } from '../../format.ts';
import { type Cell, cell } from '../block.ts';

/** A gain or loss, toned by its sign. */
export const moneyCell = (amount: number): Cell =>
  cell(signedMoney(amount), amount < 0 ? 'loss' : amount > 0 ? 'gain' : undefined);

/** A shocked price was never quoted, whatever the quotes it started from. */
export const provenanceOf = ({ quotes }: ScenarioReport): QuoteKind =>
  quotes === 'simulated' ? 'simulated' : 'modelled';
