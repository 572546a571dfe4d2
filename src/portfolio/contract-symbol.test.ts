import { describe, expect, it } from 'vitest';
import { leg, vxLeg } from '../../test/legs.ts';
import { contractSymbol, parseContractSymbol } from './contract-symbol.ts';

describe('contractSymbol', () => {
  it.each([
    leg(1, 'SPXW', '2019-06-14', 2700, 'put'),
    leg(1, 'SPX', '2019-06-21', 2700, 'call'),
    leg(1, 'VIX', '2019-06-19', 17.5, 'call'),
    vxLeg(1, '2019-06-19'),
  ])('is read back as the same contract: $contract.root $contract.expiration', ({ contract }) => {
    expect(parseContractSymbol(contractSymbol(contract))).toEqual({ ok: true, value: contract });
  });

  it('writes a future as root and settlement date, and reads the CFE spelling too', () => {
    expect(contractSymbol(vxLeg(1, '2019-06-19').contract)).toBe('VX/2019-06-19');
    expect(parseContractSymbol('vx_2019-06-19')).toEqual(parseContractSymbol('VX/2019-06-19'));
  });

  it.each([
    ['a weekly future', 'VX/2019-06-12', 'settles on 2019-06-12, which is no monthly VIX settlement'],
    ['a date that is none', 'VX/2019-06-31', 'has the date 2019-06-31, which does not exist'],
    ['a mini future before there were any', 'VXM/2019-06-19', 'settles on 2019-06-19, before VXM was listed'],
    ['a word', 'hello', 'is not an option symbol such as SPXW  261120P05900000'],
  ])('refuses %s', (_, text, what) => {
    expect(parseContractSymbol(text)).toEqual({ ok: false, failure: { what } });
  });
});
