import type { Pass } from '../best-of.ts';
import type { SviQuotes } from '../quantlib.ts';
import type { Comparison } from './comparison.ts';
import { compiledContender, contest, judgedOn, our, quantLibField, type Reference } from './contest.ts';

/** Our fits by id; an item is one fitted slice. */
export type OurSvi = Readonly<Record<string, (quotes: SviQuotes) => Pass>>;

/** What QuantLib says of its own fit: the root mean square of fitted less quoted vol. */
const ownError = (quotes: SviQuotes): Reference<SviQuotes> => ({
  input: quotes,
  judge: (columns) => [
    {
      what: 'rmse in vol',
      error: columns[5]?.[0] ?? Number.NaN,
      at: columns[6]?.[0] === 1 ? 'converged' : 'not converged',
      cases: quotes.strike.length,
    },
  ],
});

/**
 * One SVI slice, with QuantLib's SviInterpolation, which stops at the first guess that comes within 0.002 of the vols and
 * knows no bid, no ask and no butterfly condition.
 */
export const compareSvi = async (quotes: SviQuotes, ours: OurSvi = {}): Promise<Comparison> =>
  contest({
    task: 'svi',
    item: 'slice',
    ours: Object.entries(ours).map(([id, fit]) => our(id, fit(quotes))),
    fields: [
      await quantLibField((quantlib) => [
        compiledContender(
          { id: 'quantlib-svi', name: `QuantLib ${quantlib.version} SviInterpolation` },
          quantlib.svi(quotes),
          judgedOn([ownError(quotes)], quantlib.svi),
        ),
      ]),
    ],
  });
