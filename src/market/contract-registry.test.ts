import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { CONTRACT_ERAS } from './contract-facts.ts';
import { contractFacts, futureContract, optionContract } from './contract-registry.ts';

const on = (root: Parameters<typeof contractFacts>[0], date: string) => contractFacts(root, isoDate(date));

describe('contract registry', () => {
  it('keeps SPX at 0.05 and 0.10, packages at 0.05 and boxes at 0.01', () => {
    const facts = on('SPX', '2026-11-20');
    expect([facts.tick(2.95), facts.tick(3)]).toEqual([0.05, 0.1]);
    expect([facts.packageTick, facts.boxTick, facts.multiplier]).toEqual([0.05, 0.01, 100]);
    expect([facts.settlement, facts.style, facts.settlesOn]).toEqual(['am', 'european', 'SET']);
  });

  it('settles SPXW on the opening until December 2010 and on the close since', () => {
    expect(on('SPXW', '2010-12-03').settlement).toBe('am');
    expect(on('SPXW', '2010-12-10').settlement).toBe('pm');
  });

  it('settles XSP on the close since November 2013, in pennies', () => {
    expect(on('XSP', '2013-11-04').settlement).toBe('am');
    expect(on('XSP', '2026-11-20')).toMatchObject({ settlement: 'pm', packageTick: 0.01 });
    expect(on('XSP', '2026-11-20').tick(12)).toBe(0.01);
  });

  it('has the VIX tick table of each era', () => {
    expect([on('VIX', '2019-05-09').tick(2.9), on('VIX', '2019-05-09').tick(3)]).toEqual([0.05, 0.1]);
    expect([on('VIX', '2026-11-20').tick(2.9), on('VIX', '2026-11-20').tick(3)]).toEqual([0.01, 0.05]);
    expect(on('VIXW', '2026-11-20').tick(5)).toBe(0.01);
    expect(on('VIX', '2026-11-20').packageTick).toBe(0.01);
  });

  it('knows the rescaling of VX and its tick', () => {
    expect(on('VX', '2007-03-23')).toMatchObject({ multiplier: 100, quotedPerPoint: 10 });
    expect(on('VX', '2007-03-26')).toMatchObject({ multiplier: 1000, quotedPerPoint: 1 });
    expect([on('VX', '2009-01-30').tick(40), on('VX', '2009-02-02').tick(40)]).toEqual([0.01, 0.05]);
    expect(on('VXM', '2026-11-20').tick(20)).toBe(0.01);
  });

  it('makes a VX worth $1,000 a point of the index in every era, and a VXM $100', () => {
    expect(futureContract('VX', isoDate('2006-11-15')).multiplier).toBe(1000);
    expect(futureContract('VX', isoDate('2026-11-18')).multiplier).toBe(1000);
    expect(futureContract('VXM', isoDate('2026-11-18')).multiplier).toBe(100);
  });

  it('builds contracts whose settlement comes from the root', () => {
    const expiration = isoDate('2019-05-17');
    expect(optionContract({ root: 'SPXW', expiration, strike: 2900, right: 'put' })).toEqual({
      kind: 'option',
      root: 'SPXW',
      expiration,
      strike: 2900,
      right: 'put',
      style: 'european',
      settlement: 'pm',
      multiplier: 100,
    });
    expect(optionContract({ root: 'SPX', expiration, strike: 2900, right: 'put' }).settlement).toBe('am');
    expect(optionContract({ root: 'SPY', expiration, strike: 290, right: 'call' })).toMatchObject({
      style: 'american',
      settlement: 'physical',
    });
  });

  it('lists the eras of a root in order, each with a source', () => {
    for (const eras of Object.values(CONTRACT_ERAS)) {
      expect(eras.map(({ from }) => from)).toEqual(eras.map(({ from }) => from).toSorted());
      expect(eras.every(({ source }) => source.length > 0)).toBe(true);
    }
  });

  it('refuses strikes, dates and roots out of time', () => {
    const terms = { root: 'SPX', expiration: isoDate('2019-05-17'), strike: 2900, right: 'call' } as const;
    expect(() => optionContract({ ...terms, strike: 0 })).toThrow(/strike must be finite and > 0, was 0/);
    expect(() => optionContract({ ...terms, strike: Number.NaN })).toThrow(/was NaN/);
    expect(() => optionContract({ ...terms, expiration: isoDate('2019-05-18') })).toThrow(
      /expiration must be a weekday/,
    );
    expect(() => optionContract({ ...terms, expiration: isoDate('2019-04-19') })).toThrow(
      /no exchange holiday/,
    );
    expect(() => futureContract('VXM', isoDate('2019-05-22'))).toThrow(
      /VXM date must not be before its first listing/,
    );
  });
});
