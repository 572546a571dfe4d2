import { describe, expect, it } from 'vitest';
import { type Dated, eveningOf, historyAt } from '../../../test/dated-history.ts';
import { isoDate } from '../../core/dates.ts';
import { points } from '../../core/units.ts';
import type { VxCurve } from '../../market/history.ts';
import type { QuoteOrigins } from '../../market/quote-origins.ts';
import { jointModel } from '../joint-model.ts';
import { modelledMarket } from './modelled-market.ts';
import { originsOf } from './origins-of.ts';

const SESSION = isoDate('2012-05-18');
const CLOSES: Readonly<Record<string, Dated>> = {
  'SPX.close': { [SESSION]: 1295.22 },
  'VIX.close': { [SESSION]: 25.1 },
};
const CURVE: VxCurve = {
  session: SESSION,
  availableAt: eveningOf(SESSION),
  contracts: [{ expiration: isoDate('2012-06-20'), settle: points(25.65) }],
};

function origins(series: Readonly<Record<string, Dated>>, vx: readonly VxCurve[] = []): QuoteOrigins {
  const found = modelledMarket(jointModel(), historyAt(SESSION, series, vx), SESSION);
  if (!found.ok) throw new Error(found.failure.detail);
  return originsOf(found.value);
}

describe('originsOf', () => {
  it('says of a day with little data what stands in for the rest', () => {
    const { real, proxied, modelled } = origins(CLOSES);
    expect(real).toEqual(['SPX close 1295.22', 'VIX close 25.10']);
    expect(proxied).toEqual([
      'VIX3M 27.05, a regression on VIX and its past', // e^.3848 25.1^.9038
      'interest 3.00 %, assumed',
      'dividend yield 1.90 %, assumed',
    ]);
    expect(modelled.at(-1)).toBe('VX futures');
  });

  it('says of a day with all of it that only the options are modelled', () => {
    const known = {
      ...CLOSES,
      'VIX3M.close': { [SESSION]: 27.2 },
      DGS3MO: { '2012-05-17': 0.09 },
      'SHILLER.dividend': { '2012-01-01': 26.7 },
    };
    const { real, proxied, modelled } = origins(known, [CURVE]);
    expect(real.slice(2)).toEqual([
      'VIX3M close 27.20',
      expect.stringMatching(/^1 VX settlement, up to \d+\.\d % from what VIX and VIX3M say$/),
      'interest 0.09 % from DGS3MO of 2012-05-17',
      'dividend yield 2.04 % from SHILLER.dividend of 2012-01-01', // ln(1 + 26.7/1295.22)
    ]);
    expect(proxied).toEqual([]);
    expect(modelled).not.toContain('VX futures');
  });
});
