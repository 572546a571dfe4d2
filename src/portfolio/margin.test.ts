import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condorLegs, leg, vxLeg } from '../../test/legs.ts';
import { isoDate } from '../core/dates.ts';
import { dollars, type Points, points } from '../core/units.ts';
import type { OptionContract } from '../market/contract.ts';
import type { Leg } from './leg.ts';
import { regTMargin } from './margin.ts';
import type { MarginConvention, MarginMarket, MarginReport } from './margin-report.ts';

const none = (): undefined => undefined;
const BLIND: MarginMarket = { asOf: isoDate('2026-05-20'), spot: none, price: none };
const priced = (spot: number, price: (contract: OptionContract) => number): MarginMarket => ({
  asOf: isoDate('2026-05-20'),
  spot: (): Points => points(spot),
  price: (contract) => points(price(contract)),
});

function margin(
  legs: readonly Leg[],
  market = BLIND,
  convention: MarginConvention = 'widest-wing',
): MarginReport {
  const report = regTMargin(legs, market, convention);
  if (!report.ok) throw new Error(report.failure.code);
  return report.value;
}
const strategies = ({ lines }: MarginReport): readonly string[] => lines.map(({ strategy }) => strategy);

const JUNE = '2026-06-08';

describe('regTMargin of condors', () => {
  // Strikes and losses of github.com/QuantConnect/Lean issue 9775, two condors each; the IBKR column by its rule in
  // product.md 1 #13: unequal wings are two spreads.
  it.each([
    ['equal wings', [7090, 7185, 7510, 7605], 19_000, 19_000],
    ['the call wing wider', [7135, 7185, 7500, 7660], 32_000, 42_000],
    ['the put wing wider', [7090, 7235, 7510, 7605], 29_000, 48_000],
  ] as const)(
    'charges %s once by the widest wing, or as two spreads where only equal wings count',
    (_, strikes, widest, two) => {
      const legs = condorLegs(2, 'SPXW', JUNE, strikes);
      expect(margin(legs).requirement).toBe(dollars(widest));
      expect(margin(legs, BLIND, 'equal-width-only').requirement).toBe(dollars(two));
    },
  );

  it('needs $5,000 for a 50-wide condor, before its credit (methodology 4.4)', () => {
    const report = margin(condorLegs(1, 'SPXW', JUNE, [5650, 5700, 6300, 6350]));
    expect(report.requirement).toBe(dollars(5000));
    expect(report.lines).toHaveLength(1);
    expect(report.lines[0]).toMatchObject({ strategy: 'iron-condor', formula: 'max(50, 50) x 100 x 1' });
    expect(report.lines[0]?.legs).toHaveLength(4);
  });

  it('shares one requirement between two condors of one expiration only wing for wing', () => {
    const legs = [
      ...condorLegs(1, 'SPXW', JUNE, [5600, 5700, 6300, 6350]),
      ...condorLegs(1, 'SPXW', JUNE, [5500, 5525, 6400, 6500]),
    ];
    // Puts 100 and 25 wide, calls 50 and 100 wide: widest with widest is 100 + 50, crosswise would be 100 + 100.
    expect(margin(legs).requirement).toBe(dollars(15_000));
    expect(margin(legs, BLIND, 'equal-width-only').requirement).toBe(dollars(10_000 + 2500 + 5000));
  });

  it('does not share between expirations, nor between SPX and SPXW of one date', () => {
    const date = '2026-07-17';
    const put = [leg(1, 'SPXW', date, 5650, 'put'), leg(-1, 'SPXW', date, 5700, 'put')];
    const calls = (root: 'SPX' | 'SPXW', on: string): Leg[] => [
      leg(-1, root, on, 6300, 'call'),
      leg(1, root, on, 6350, 'call'),
    ];
    expect(strategies(margin([...put, ...calls('SPXW', date)]))).toEqual(['iron-condor']);
    expect(strategies(margin([...put, ...calls('SPXW', '2026-07-16')]))).toEqual([
      'short-vertical',
      'short-vertical',
    ]);
    expect(strategies(margin([...put, ...calls('SPX', date)]))).toEqual(['short-vertical', 'short-vertical']);
  });

  it('charges an inverted pair of spreads twice: both can lose at once', () => {
    const legs = condorLegs(1, 'SPXW', JUNE, [6250, 6300, 6200, 6250]);
    expect(margin(legs).requirement).toBe(dollars(10_000));
  });

  it('charges ten XSP condors like one of SPX', () => {
    expect(margin(condorLegs(10, 'XSP', JUNE, [565, 570, 630, 635])).requirement).toBe(dollars(5000));
  });
});

describe('regTMargin of everything else', () => {
  it('needs $62,000 for the short strangle of methodology 4.4', () => {
    const legs = [leg(-1, 'SPX', '2026-06-18', 6300, 'call'), leg(-1, 'SPX', '2026-06-18', 5700, 'put')];
    const report = margin(
      legs,
      priced(6000, ({ right }) => (right === 'call' ? 8 : 12)),
    );
    expect(strategies(report)).toEqual(['short-strangle']);
    expect(report.requirement).toBe(dollars(62_000));
  });

  it('asks 15 % less what is out of the money, at least 10 % of the index for a call and of the strike for a put', () => {
    const call = margin(
      [leg(-1, 'SPX', '2026-06-18', 6100, 'call')],
      priced(6000, () => 40),
    );
    expect(call.requirement).toBe(dollars((40 + 900 - 100) * 100));
    const put = margin(
      [leg(-1, 'SPX', '2026-06-18', 5000, 'put')],
      priced(6000, () => 1),
    );
    expect(put.requirement).toBe(dollars((1 + 500) * 100));
  });

  it('has long options paid in full, three quarters past nine months', () => {
    expect(
      margin(
        [leg(4, 'VIX', '2026-06-17', 20, 'call')],
        priced(18, () => 1.25),
      ).requirement,
    ).toBe(dollars(500));
    expect(
      margin(
        [leg(1, 'SPX', '2027-03-19', 6000, 'put')],
        priced(6000, () => 100),
      ).requirement,
    ).toBe(dollars(7500));
  });

  it('has a debit spread paid for, and a calendar paid for with the loss of its strikes', () => {
    const price = ({ strike, expiration }: OptionContract): number =>
      expiration > JUNE ? 50 : strike === 6000 ? 40 : 25;
    const debit = [leg(1, 'SPXW', JUNE, 6000, 'put'), leg(-1, 'SPXW', JUNE, 5950, 'put')];
    expect(margin(debit, priced(6000, price)).requirement).toBe(dollars(1500));
    const diagonal = [leg(-1, 'SPXW', JUNE, 6000, 'put'), leg(1, 'SPXW', '2026-07-08', 5990, 'put')];
    expect(strategies(margin(diagonal, priced(6000, price)))).toEqual(['calendar']);
    expect(margin(diagonal, priced(6000, price)).requirement).toBe(dollars((10 + 10) * 100));
  });

  it('does not let an opening settlement cover a closing one of the same day', () => {
    const legs = [leg(-1, 'SPXW', '2026-06-18', 5700, 'put'), leg(1, 'SPX', '2026-06-18', 5650, 'put')];
    expect(
      strategies(
        margin(
          legs,
          priced(6000, () => 10),
        ),
      ),
    ).toContain('short-option');
    const other = [leg(-1, 'SPX', '2026-06-18', 5700, 'put'), leg(1, 'SPXW', '2026-06-18', 5650, 'put')];
    expect(
      strategies(
        margin(
          other,
          priced(6000, () => 10),
        ),
      ),
    ).not.toContain('short-option');
  });

  it('lets one contract held long and short cancel', () => {
    expect(
      margin([leg(3, 'SPXW', JUNE, 6000, 'call'), leg(-3, 'SPXW', JUNE, 6000, 'call')]).requirement,
    ).toBe(0);
  });

  it('charges a future what the caller states', () => {
    const market = { ...BLIND, futureMargin: () => dollars(21_000) };
    expect(margin([vxLeg(-2, '2026-06-17')], market).requirement).toBe(dollars(42_000));
  });

  it('keeps every leg in exactly one line', () => {
    const legs = [
      ...condorLegs(3, 'SPXW', JUNE, [5600, 5700, 6300, 6350]),
      leg(4, 'VIX', '2026-06-17', 20, 'call'),
      leg(-2, 'VIX', '2026-06-17', 30, 'call'),
    ];
    const held = new Map<string, number>();
    for (const line of margin(
      legs,
      priced(6000, () => 1),
    ).lines) {
      for (const { contract, quantity } of line.legs) {
        const key = JSON.stringify(contract);
        held.set(key, (held.get(key) ?? 0) + quantity);
      }
    }
    expect(held).toEqual(new Map(legs.map(({ contract, quantity }) => [JSON.stringify(contract), quantity])));
  });
});

describe('regTMargin laws', () => {
  const strike = fc.integer({ min: 0, max: 60 }).map((i) => 5500 + 10 * i);
  const spread = fc.record({
    right: fc.constantFrom('put' as const, 'call' as const),
    short: strike,
    width: fc.integer({ min: 1, max: 20 }),
    quantity: fc.integer({ min: 1, max: 5 }),
  });
  const legsOf = (
    spreads: readonly { right: 'put' | 'call'; short: number; width: number; quantity: number }[],
  ): Leg[] =>
    spreads.flatMap(({ right, short, width, quantity }) => [
      leg(-quantity, 'SPXW', JUNE, short, right),
      leg(quantity, 'SPXW', JUNE, right === 'put' ? short - 10 * width : short + 10 * width, right),
    ]);
  /** Loss at expiration of a set of legs, premiums aside, at one index level. */
  const lossAt = (legs: readonly Leg[], level: number): number =>
    legs.reduce((sum, { contract, quantity }) => {
      if (contract.kind === 'future') return sum;
      const worth = Math.max(
        0,
        contract.right === 'call' ? level - contract.strike : contract.strike - level,
      );
      return sum - quantity * worth * contract.multiplier;
    }, 0);

  it('is never below the loss at expiration, and never above each spread on its own', () => {
    fc.assert(
      fc.property(fc.array(spread, { minLength: 1, maxLength: 5 }), (spreads) => {
        const legs = legsOf(spreads);
        const need =
          margin(
            legs,
            priced(6000, () => 0),
          ).requirement / 100;
        for (let level = 5000; level <= 6700; level += 10)
          expect(need).toBeGreaterThanOrEqual(lossAt(legs, level));
        expect(need).toBeLessThanOrEqual(
          spreads.reduce((sum, { width, quantity }) => sum + width * 10 * 100 * quantity, 0),
        );
        expect(need).toBeLessThanOrEqual(
          margin(
            legs,
            priced(6000, () => 0),
            'equal-width-only',
          ).requirement / 100,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the legs', () => {
    fc.assert(
      fc.property(fc.array(spread, { minLength: 1, maxLength: 5 }), (spreads) => {
        const legs = legsOf(spreads);
        expect(
          margin(
            [...legs].reverse(),
            priced(6000, () => 0),
          ),
        ).toEqual(
          margin(
            legs,
            priced(6000, () => 0),
          ),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('regTMargin refusals', () => {
  const code = (legs: readonly Leg[], market = BLIND): string | undefined => {
    const report = regTMargin(legs, market, 'widest-wing');
    return report.ok ? undefined : report.failure.code;
  };

  it('refuses a naked VIX option, one covered by a later expiration only included', () => {
    expect(
      code(
        [leg(-1, 'VIX', '2026-06-17', 20, 'call')],
        priced(18, () => 1),
      ),
    ).toBe('naked-vix');
    const calendar = [leg(-1, 'VIX', '2026-06-17', 20, 'call'), leg(1, 'VIX', '2026-07-22', 20, 'call')];
    expect(
      code(
        calendar,
        priced(18, () => 1),
      ),
    ).toBe('naked-vix');
  });

  it('says which price, level or future requirement is missing rather than leave a leg out', () => {
    expect(code([leg(1, 'VIX', '2026-06-17', 20, 'call')])).toBe('no-price');
    expect(code([leg(-1, 'SPXW', JUNE, 6000, 'call')], { ...BLIND, price: () => points(3) })).toBe('no-spot');
    expect(code([vxLeg(1, '2026-06-17')])).toBe('no-future-margin');
  });
});
