import { z } from 'zod';
import { count, epochMs, isoDate, quoteKind, share } from './scalar.ts';

const chainPassport = z
  .strictObject({
    underlying: z.string(),
    session: isoDate,
    asOf: epochMs,
    timeRecorded: z.boolean(),
    quotes: quoteKind,
    file: z.string(),
    source: z.string().describe('SHA-256 of the file, or `modelled` or `simulated`'),
    contracts: count,
    expirations: count,
    usable: count.describe('contracts with bid > 0 and ask >= bid'),
    oneSided: count,
    empty: count,
    crossed: count,
    duplicates: count,
    parityViolations: count,
    strikesChecked: count,
    distanceFromClose: z.exactOptional(share),
    verdict: z.enum(['use', 'use-with-care', 'refuse']),
    reasons: z.array(z.string()),
  })
  .meta({ id: 'ChainPassport' });

export const dayPassport = z
  .strictObject({
    session: isoDate,
    chain: chainPassport,
    vixChain: z.exactOptional(chainPassport),
    series: z.array(
      z.strictObject({
        name: z.string(),
        last: z.exactOptional(isoDate),
        ageSessions: z.exactOptional(count),
      }),
    ),
    conflicts: z.array(z.string()),
  })
  .meta({ id: 'DayPassport' });
