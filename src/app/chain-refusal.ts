import type { Problem } from '../core/problem.ts';
import type { ChainPassport } from '../market/passport.ts';

const distance = ({ distanceFromClose = 0 }: ChainPassport): number => distanceFromClose;

/**
 * The problem of a file none of whose chains may be used; undefined when there are none or one may. Of many chains the
 * one furthest from its close stands for all.
 */
export function chainRefusal(chains: readonly ChainPassport[]): Problem | undefined {
  const [first] = chains;
  if (first === undefined || chains.some(({ verdict }) => verdict !== 'refuse')) return undefined;
  const { file, session, reasons } = chains.reduce((a, b) => (distance(b) > distance(a) ? b : a), first);
  const why = reasons.join('; ');
  return {
    kind: 'data',
    file,
    what:
      chains.length === 1
        ? why
        : `none of its ${chains.length} chains can be used, such as ${session}: ${why}`,
    fix: `use another file for ${session}, saved during the session or shortly after its close`,
  };
}
