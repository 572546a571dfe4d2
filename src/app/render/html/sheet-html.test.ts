import { describe, expect, it } from 'vitest';
import { bareDay, enterDay, simulatedDay, standAsideDay } from '../../../../test/fixtures/day-sheet.ts';
import { points } from '../../../core/units.ts';
import type { DaySheet } from '../../../engine/day-sheet.ts';
import { sheetHtml } from './sheet-html.ts';

const DAYS: readonly (readonly [string, DaySheet])[] = [
  ['a day that enters', enterDay()],
  ['a day that stands aside', standAsideDay()],
  ['a simulated day', simulatedDay()],
  ['a day with nothing known', bareDay()],
];

const VOID = /^(?:meta|!doctype)$/i;

/** Names of elements left open or closed out of order; attribute values hold no angle brackets, because they are escaped. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = '', self] of html.matchAll(/<(\/?)([!\w]+)[^<>]*?(\/?)>/g)) {
    if (VOID.test(name) || self === '/') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe.each(DAYS)('the page of %s', (_, sheet) => {
  const html = sheetHtml(sheet);

  it('fetches nothing and runs nothing', () => {
    expect(html).not.toMatch(/https?:|<script|<link|<img|<iframe|@import|url\(|\bsrc=|\bhref=|\son\w+=/i);
    expect(html).toContain('default-src &#39;none&#39;');
  });

  it('is well formed, with ids that occur once', () => {
    expect(unbalanced(html)).toEqual([]);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('is the same bytes for the same sheet', () => {
    expect(sheetHtml(structuredClone(sheet))).toBe(html);
  });

  it('shows no NaN, undefined, Infinity or negative zero, in words or in coordinates', () => {
    expect(html).not.toMatch(/NaN|undefined|Infinity|[\s"(,LM]-0(?:\.0+)?(?=[\s",)])/);
    expect(textOf(html)).not.toMatch(/\u2212\$?0(?:\.0+)?(?![\d.,])/);
  });

  it('has one h1, a label for every card, a caption for every table and words for every picture', () => {
    expect(html.match(/<h1>/g)).toHaveLength(1);
    for (const [, id] of html.matchAll(/aria-labelledby="([\w-]+)"/g)) expect(html).toContain(`id="${id}"`);
    expect(html.match(/<table>/g)?.length).toBe(html.match(/<caption>/g)?.length);
    const pictures = [...html.matchAll(/<svg [^>]*>/g)].map(([tag]) => tag);
    expect(pictures.filter((tag) => !/aria-hidden|aria-label|aria-labelledby/.test(tag))).toEqual([]);
  });

  it('follows the theme of the reader, and prints light', () => {
    expect(html).toContain('@media(prefers-color-scheme:dark)');
    expect(html).toContain('@media print');
    expect(html).toContain('name="viewport"');
  });
});

describe('the pictures', () => {
  const html = sheetHtml(enterDay());

  it('are the payoff, the VX curve, the smile, the strikes and the history', () => {
    for (const id of ['payoff-wide', 'payoff-narrow', 'vx-chart-wide', 'smile-chart-wide']) {
      expect(html).toContain(`id="${id}-title"`);
      expect(html).toContain(`id="${id}-finding"`);
    }
    expect(html.match(/class="spark"/g)).toHaveLength(6);
    expect(html).toContain('Strikes 6800, 6825, 7200, 7225');
  });

  it('mark spot, shorts, break-evens and expected moves on the payoff', () => {
    const payoff = html.slice(html.indexOf('payoff-wide-title'), html.indexOf('payoff-narrow-title'));
    for (const text of ['SPX 7,008', '6825P', '7200C', '+1\u03c3', '\u22122\u03c3'])
      expect(payoff).toContain(text);
    expect(payoff.match(/class="even"/g)).toHaveLength(2);
    expect(payoff).toContain('s-today');
    expect(payoff).toContain('s-expiry');
  });

  it('say their finding in words and offer their numbers as a table', () => {
    expect(html).toContain('At expiration it makes at most $670 and loses at most $4,330.');
    expect(html.match(/Show as table/g)).toHaveLength(2);
  });

  it('put the strikes of a tenth-sized contract where they are on the index', () => {
    const sheet = enterDay();
    const tenth = (x: number) => points(x / 10);
    const decisions = sheet.decisions.map((decision) =>
      decision.proposal?.kind === 'condor' && decision.subject === 'condor.7'
        ? {
            ...decision,
            proposal: {
              ...decision.proposal,
              root: 'XSP' as const,
              forward: tenth(7012.4),
              expectedMove: tenth(124.21),
              width: tenth(25),
              longPut: tenth(6800),
              shortPut: tenth(6825),
              shortCall: tenth(7200),
              longCall: tenth(7225),
            },
          }
        : decision,
    );
    const page = sheetHtml({ ...sheet, decisions });
    expect(page).toContain('682.5P');
    expect(page).toContain('XSP 701');
    const x = (text: string, label: string) =>
      new RegExp(`<text x="([\\d.]+)"[^>]*>${label}<`).exec(text)?.[1];
    expect(x(page, '682.5P')).toBe(x(html, '6825P'));
  });
});

describe('text from outside', () => {
  it('is escaped wherever it is shown', () => {
    const hostile = '<script>alert("x")</script>&\'';
    const sheet = enterDay();
    const page = sheetHtml({
      ...sheet,
      caveats: [hostile],
      decisions: sheet.decisions.map((decision) => ({ ...decision, id: 'a"b<c', summary: hostile })),
      passport: { ...sheet.passport, chain: { ...sheet.passport.chain, file: hostile } },
      market: { ...sheet.market, recent: { [hostile]: sheet.market.recent['VIX'] ?? [] } },
    });
    expect(page).not.toContain('<script');
    expect(unbalanced(page)).toEqual([]);
    expect(page).toContain('&lt;script&gt;');
  });
});

describe('a simulated page', () => {
  const html = sheetHtml(simulatedDay());

  it('says so in its title, its banner, on every card, in every large chart and in the footer', () => {
    expect(html).toMatch(/<title>SIMULATED ALVH/);
    expect(html).toContain('No price on this page was ever traded.');
    const cards = html.split('<section').slice(1);
    expect(cards.filter((card) => !card.includes('>SIMULATED<'))).toEqual([]);
    expect(html.match(/class="stamp"/g)?.length).toBe(
      html.match(/class="chart (?:wide|narrow)" [^>]*labelledby/g)?.length,
    );
    expect(html).toMatch(/<footer><span>SIMULATED/);
  });

  it('shows the word on no real page', () => {
    expect(textOf(sheetHtml(enterDay()))).not.toContain('SIMULATED');
  });
});
