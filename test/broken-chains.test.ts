import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daySheetSchema } from '../src/app/day-sheet-schema.ts';
import { sheetHtml } from '../src/app/render/html/sheet-html.ts';
import { sheetText } from '../src/app/render/text/sheet-text.ts';
import { canonicalJson } from '../src/core/hash.ts';
import { dollars } from '../src/core/units.ts';
import { decideDay } from '../src/engine/decide-day.ts';
import type { Chain, QuoteColumns } from '../src/market/chain.ts';
import { historyThrough, type Series } from '../src/market/history.ts';
import { demoDay } from '../src/model/demo/demo-market.ts';
import { emptyHeld } from '../src/strategy/held.ts';
import { shippedRules } from './fixtures/rules.ts';

const { snapshot, series, vx } = demoDay();
const rules = shippedRules();

type Damage = (bid: number, ask: number, i: number) => readonly [number, number];

/** What a bad feed does to quotes; each keeps them finite and >= 0, as every reader guarantees. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  wiped: () => [0, 0],
  'no bids': (_, ask) => [0, ask],
  crossed: (bid, ask) => [ask, bid],
  wide: (bid, ask) => [bid / 10, 10 * ask + 5],
  frozen: () => [10, 10.1],
  'every other strike gone': (bid, ask, i) => (i % 2 === 0 ? [bid, ask] : [0, 0]),
  tenfold: (bid, ask) => [10 * bid, 10 * ask],
};

function damagedSide({ bid, ask }: QuoteColumns, damage: Damage, hits: (i: number) => boolean): QuoteColumns {
  const pairs = Array.from(bid, (b, i) =>
    hits(i) ? damage(b, ask[i] ?? 0, i) : ([b, ask[i] ?? 0] as const),
  );
  return { bid: Float64Array.from(pairs, ([b]) => b), ask: Float64Array.from(pairs, ([, a]) => a) };
}

const damaged = (chain: Chain, damage: Damage, hits: (i: number) => boolean): Chain => ({
  ...chain,
  call: damagedSide(chain.call, damage, hits),
  put: damagedSide(chain.put, damage, hits),
});

function sheetOn(chains: readonly Chain[], all: ReadonlyMap<string, Series> = series) {
  const market = { ...snapshot, spxChain: { ...snapshot.spxChain, chains } };
  return decideDay(market, historyThrough(all, vx, snapshot.asOf), emptyHeld(dollars(250_000)), rules);
}

/** A sheet somebody could read and trust: whole JSON, the public schema, and no NaN in words or pictures. */
function expectWhole(sheet: ReturnType<typeof sheetOn>): void {
  expect(daySheetSchema.safeParse(JSON.parse(canonicalJson(sheet))).error).toBeUndefined();
  for (const shown of [sheetText(sheet), sheetHtml(sheet)])
    expect(shown).not.toMatch(/NaN|Infinity|undefined/);
}

describe('a damaged market', () => {
  it.each(Object.entries(DAMAGES))('gives a whole sheet when every quote is: %s', (_, damage) => {
    expectWhole(sheetOn(snapshot.spxChain.chains.map((chain) => damaged(chain, damage, () => true))));
  });

  it('gives a whole sheet when some quotes of some expirations are damaged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(DAMAGES)),
        fc.integer({ min: 1, max: 9 }),
        fc.integer(),
        (damage, every, from) => {
          const chains = snapshot.spxChain.chains.map((chain, e) =>
            (e + from) % 2 === 0 ? damaged(chain, damage, (i) => (i + from) % every === 0) : chain,
          );
          expectWhole(sheetOn(chains));
        },
      ),
      { numRuns: 10, seed: 42 },
    );
  });

  it('gives a whole sheet without any series at all, adds no risk, and says what it is without', () => {
    const sheet = sheetOn(snapshot.spxChain.chains, new Map());
    expectWhole(sheet);
    expect(sheet.score.sufficient).toBe(false);
    expect(sheet.orders.filter(({ purpose }) => purpose === 'condor')).toEqual([]);
    expect(
      sheet.decisions
        .flatMap(({ reasons }) => reasons)
        .some(({ rule, verdict }) => rule === 'R-C2.signals' && verdict === 'fail'),
    ).toBe(true);
  });

  it('gives a whole sheet with any one series missing', () => {
    for (const name of series.keys()) {
      expectWhole(
        sheetOn(snapshot.spxChain.chains, new Map([...series].filter(([other]) => other !== name))),
      );
    }
  });

  it('gives a whole sheet without a chain worth the name', () => expectWhole(sheetOn([])));
});
