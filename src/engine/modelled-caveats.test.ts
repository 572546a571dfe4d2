import { describe, expect, it } from 'vitest';
import { modelledCaveats } from './modelled-caveats.ts';

describe('modelledCaveats', () => {
  it('names the quotes for what they are first, then what they were made from', () => {
    const lines = modelledCaveats({
      real: ['SPX close 899.22', 'VIX close 69.95'],
      proxied: [],
      modelled: ['VX futures'],
    });
    expect(lines[0]).toMatch(/^MODELLED quotes/);
    expect(lines[1]).toBe('real: SPX close 899.22; VIX close 69.95');
    expect(lines[2]).toBe('modelled: VX futures');
  });

  it('says with every result what it cannot tell', () => {
    const all = modelledCaveats(undefined).join('\n');
    for (const said of [
      'not traded',
      'look-ahead',
      'skew',
      'regression',
      'margin',
      'a fifth of the credit',
      'extrapolation',
    ])
      expect(all).toContain(said);
  });
});
