import { describe, expect, it } from 'vitest';
import {
  ABOVE,
  bareMarket,
  marketOf,
  option,
  quotedMarket,
  SESSION,
} from '../../../test/fixtures/scenario-market.ts';
import { isoDate } from '../../core/dates.ts';
import { epochMs, points } from '../../core/units.ts';
import { futureContract } from '../../market/contract-registry.ts';
import { vixExpiration } from '../../model/model-market.ts';
import type { QuotedMarket } from './quoted-market.ts';

const call = (expiration: string, strike = 20) => option('VIX', expiration, strike, 'call');
const futureOf = (quoted: QuotedMarket, expiration: string): number =>
  vixExpiration(marketOf(quoted).today, isoDate(expiration)).law.future;

describe('the anchor of a VIX contract', () => {
  it('puts the future where VIX options have it, by their own parity', () => {
    for (const expiration of ['2026-12-16', '2027-03-17']) {
      const ratio = futureOf(quotedMarket(), expiration) / futureOf(bareMarket(), expiration);
      expect(ratio).toBeCloseTo(ABOVE.future, 3); // a cent of spread on a future of 17
    }
    expect(marketOf(quotedMarket()).vixAnchor(call('2026-12-16')).futureSource).toBe('vix-options');
  });

  it('finds what quoted VIX vols are above the model at the same strike over future', () => {
    const { volRatio } = marketOf(quotedMarket()).vixAnchor(call('2027-03-17'));
    expect(volRatio.source).toBe('smile');
    for (const moneyness of [0.9, 1, 1.2, 1.5, 2])
      expect(volRatio.at(moneyness)).toBeCloseTo(ABOVE.vix(moneyness), 1);
  });

  it('takes a listed VX future to the tick, between two of them a little of both, beyond the last its ratio', () => {
    const contracts = [
      { expiration: isoDate('2026-12-16'), settle: points(17.5) },
      { expiration: isoDate('2027-02-17'), settle: points(19.25) },
    ];
    const vxCurve = { session: SESSION, availableAt: epochMs(0), contracts };
    const quoted = bareMarket({ vxCurve });
    const market = marketOf(quoted);
    const source = (expiration: string) => market.vixAnchor(call(expiration)).futureSource;
    expect([source('2026-12-16'), source('2027-01-20'), source('2027-03-17')]).toEqual([
      'vx',
      'interpolated',
      'model',
    ]);
    expect(futureOf(quoted, '2026-12-16')).toBeCloseTo(17.5, 12);
    expect(futureOf(quoted, '2027-02-17')).toBeCloseTo(19.25, 12);
    const last = 19.25 / futureOf(bareMarket(), '2027-02-17');
    expect(futureOf(quoted, '2027-03-17') / futureOf(bareMarket(), '2027-03-17')).toBeCloseTo(last, 12);
  });

  it('treats a VX future of the date alike', () => {
    const anchor = marketOf(quotedMarket()).vixAnchor(futureContract('VX', isoDate('2026-12-16')));
    expect([anchor.futureSource, anchor.option]).toEqual(['vix-options', undefined]);
  });

  it('is the model alone without a quote', () => {
    const { futureSource, volRatio, lastQuoted } = marketOf(bareMarket()).vixAnchor(call('2026-12-16'));
    expect([futureSource, volRatio.source, lastQuoted]).toEqual(['model', 'model', undefined]);
  });
});
