import { describe, expect, it } from 'vitest';
import { type HandMarket, handChain, strikesFrom } from '../../test/hand-chain.ts';
import { isoDate } from '../core/dates.ts';
import type { ChainSnapshot } from './chain.ts';
import { optionsClose } from './session-calendar.ts';
import { readSurface } from './surface.ts';
import { vixFromChain } from './vix-from-chain.ts';

/** A market of one flat vol over every expiration given as `ROOT yyyy-mm-dd`. */
function snapshot(on: string, contracts: readonly string[], vol = 0.2): ChainSnapshot {
  const session = isoDate(on);
  const asOf = optionsClose(session);
  const chains = contracts.map((contract) => {
    const [root = 'SPXW', expiration = ''] = contract.split(' ');
    return handChain({
      root: root as HandMarket['root'],
      expiration,
      asOf,
      forward: 3000,
      rate: 0.02,
      strikes: strikesFrom(1500, 4800, 5),
      vol: () => vol,
    });
  });
  return { underlying: 'SPX', session, asOf, timeRecorded: true, quotes: 'real', chains, source: 'test' };
}
const vix = (snap: ChainSnapshot) => vixFromChain(readSurface(snap, []));
const terms = (snap: ChainSnapshot): string => {
  const result = vix(snap);
  if (!result.ok) throw new Error(result.failure.detail);
  const { near, next } = result.value;
  return `${near.root} ${near.expiration}, ${next.root} ${next.expiration}`;
};

describe('vixFromChain', () => {
  it('gives back a flat vol, to what a strip of 5-point strikes can show', () => {
    const result = vix(snapshot('2019-05-09', ['SPXW 2019-06-07', 'SPXW 2019-06-14']));
    if (!result.ok) throw new Error(result.failure.detail);
    expect(result.value.value).toBeCloseTo(20, 2);
    expect(result.value.near.minutes).toBeCloseTo(29 * 1440 - 15, 6); // 16:15 to 16:00
    expect(result.value.next.minutes).toBeCloseTo(36 * 1440 - 15, 6);
  });

  it('takes the Friday 24 to 30 days out and the next one', () => {
    expect(
      terms(
        snapshot('2019-05-09', ['SPXW 2019-05-31', 'SPXW 2019-06-07', 'SPXW 2019-06-14', 'SPX 2019-06-21']),
      ),
    ).toBe('SPXW 2019-06-07, SPXW 2019-06-14');
  });

  it('takes 30 and 37 days on a Wednesday, and prolongs the line', () => {
    const wednesday = snapshot('2019-05-08', ['SPXW 2019-05-31', 'SPXW 2019-06-07', 'SPXW 2019-06-14']);
    expect(terms(wednesday)).toBe('SPXW 2019-06-07, SPXW 2019-06-14');
    expect(vix(wednesday)).toMatchObject({ ok: true });
  });

  it('takes the AM-settled SPX on a third Friday', () => {
    const both = ['SPXW 2019-06-14', 'SPX 2019-06-21', 'SPXW 2019-06-21'];
    expect(terms(snapshot('2019-05-16', both))).toBe('SPXW 2019-06-14, SPX 2019-06-21');
  });

  it('takes the Thursday when the Friday is a holiday', () => {
    // Good Friday, 19 April 2019, was a third Friday too: SPX settled on Thursday the 18th.
    expect(terms(snapshot('2019-03-22', ['SPX 2019-04-18', 'SPXW 2019-04-26']))).toBe(
      'SPX 2019-04-18, SPXW 2019-04-26',
    );
  });

  it('names the expiration it misses', () => {
    expect(vix(snapshot('2019-05-09', ['SPXW 2019-06-07']))).toMatchObject({
      ok: false,
      failure: { code: 'expiration-missing', detail: 'SPXW 2019-06-14 is not in the chain' },
    });
  });

  it('refuses options on anything but SPX', () => {
    const other: ChainSnapshot = { ...snapshot('2019-05-09', []), underlying: 'XSP' };
    expect(vix(other)).toMatchObject({ ok: false, failure: { code: 'not-spx' } });
  });

  it('refuses variances a week apart that differ as only broken quotes do', () => {
    const calm = snapshot('2019-05-09', ['SPXW 2019-06-07'], 0.1);
    const wild = snapshot('2019-05-09', ['SPXW 2019-06-14'], 0.4);
    expect(vix({ ...calm, chains: [...calm.chains, ...wild.chains] })).toMatchObject({
      ok: false,
      failure: { code: 'strip-failed' },
    });
  });
});
