import { describe, expect, it } from 'vitest';
import { scenarioEveningWith } from '../../../../test/fixtures/scenario-evening.ts';
import { makeScenarioReport } from '../../scenario/make-scenario-report.ts';
import { readAsk, type ScenarioOptions } from '../../scenario/scenario-ask.ts';
import type { ScenarioReport } from '../../scenario/scenario-report.ts';
import { scenarioHtml } from './scenario-html.ts';

const EVERYTHING = { grid: true, projection: true, lines: true };

function report(
  options: ScenarioOptions,
  evening: Parameters<typeof scenarioEveningWith>[0] = {},
): ScenarioReport {
  const ask = readAsk(options);
  if (!ask.ok) throw new Error('ask');
  const made = makeScenarioReport(scenarioEveningWith(evening), ask.value, options, EVERYTHING);
  if (!made.ok) throw new Error(made.failure[0]?.what);
  return made.value;
}

const VOID = /^(?:meta|!doctype)$/i;

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

describe.each<[string, ScenarioReport]>([
  ['a shock', report({ spx: '-8%', vix: '+20' })],
  ['an overview', report({})],
  ['a replay', report({ replay: 'mar-2020' })],
  ['a simulated market', report({}, { quotes: 'simulated' })],
])('the page of %s', (_, made) => {
  const html = scenarioHtml(made);

  it('fetches nothing and runs nothing', () => {
    expect(html).not.toMatch(/https?:|<script|<link|<img|<iframe|@import|url\(|\bsrc=|\bhref=|\son\w+=/i);
    expect(html).toContain('default-src &#39;none&#39;');
  });

  it('is well formed, with ids that occur once and a caption for every table', () => {
    expect(unbalanced(html)).toEqual([]);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(html.match(/<table>/g)?.length).toBe(html.match(/<caption>/g)?.length);
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });

  it('shows no NaN, undefined, Infinity or negative zero', () => {
    expect(html).not.toMatch(/NaN|undefined|Infinity|[\s"(,LM]-0(?:\.0+)?(?=[\s",)])/);
  });

  it('has the cards in order, each with its label', () => {
    const cards = [...html.matchAll(/class="card c-([\w-]+)"/g)].map(([, id]) => id);
    expect(cards).toEqual(
      ['layers', 'levels', 'lines', 'map', 'outcomes', 'edges', 'caveats', 'projection', 'legs'].filter(
        (id) => cards.includes(id),
      ),
    );
    for (const id of ['layers', 'lines', 'map', 'projection', 'legs', 'edges']) expect(cards).toContain(id);
  });
});

describe('the map of the page', () => {
  const made = report({ spx: '-7.5%', vix: '+20' });
  const html = scenarioHtml(made);
  const cells = [...html.matchAll(/<td class="([^"]*\bh\b[^"]*)">([^<]*)<\/td>/g)].map(
    ([, names = '', text = '']) => ({
      names,
      text,
    }),
  );

  it('has 21 x 21 cells, each with its sign in words and its tint on the same side', () => {
    expect(cells).toHaveLength(441);
    for (const { names, text } of cells) {
      const step = /h-(gain|loss)(\d+)/.exec(names);
      expect(step).not.toBeNull();
      if (step?.[2] === '0' || !/[1-9]/.test(text)) continue;
      expect(text.startsWith('+') ? 'gain' : 'loss').toBe(step?.[1]);
    }
    expect(cells.some(({ names }) => names.includes('h-gain10') || names.includes('h-loss10'))).toBe(true);
  });

  it('boxes today, the scenario and the likeliest VIX', () => {
    expect(cells.filter(({ names }) => names.includes('h-now')).map(({ text }) => text)).toEqual(['0.0']);
    expect(cells.filter(({ names }) => names.includes('h-shown'))).toHaveLength(1);
    expect(cells.filter(({ names }) => names.includes('h-likely')).length).toBeGreaterThan(10);
  });

  it('shows what the report says at the scenario', () => {
    const [shown] = cells.filter(({ names }) => names.includes('h-shown'));
    const total = made.outcomes[0]?.total ?? Number.NaN;
    expect(Number(shown?.text.replace('\u2212', '-').replace('+', ''))).toBeCloseTo(total / 100_000, 1);
  });
});

describe('what a page calls itself', () => {
  it('is MODELLED on real quotes and SIMULATED on a generated market, on every card', () => {
    const real = scenarioHtml(report({}));
    expect(real).toMatch(/<title>MODELLED ALVH scenario/);
    expect(real).toContain('MODELLED SHOCKS of real quotes.');
    expect(real).not.toContain('>SIMULATED<');
    const simulated = scenarioHtml(report({}, { quotes: 'simulated' }));
    expect(simulated).toContain('SIMULATED MARKET. No price on this page was ever traded.');
    const cards = simulated.split('<section').slice(1);
    expect(cards.filter((card) => !card.includes('>SIMULATED<'))).toEqual([]);
    expect(simulated).toMatch(/class="stamp"/);
  });
});
