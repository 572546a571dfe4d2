import { showInstant } from '../../../core/new-york.ts';
import type { ScenarioReport } from '../../scenario/scenario-report.ts';
import { shownOutcome } from '../../scenario/shown-outcome.ts';
import type { Fact, Section } from '../content/block.ts';
import { provenanceOf } from '../content/scenario/scenario-cells.ts';
import { scenarioHeadline, scenarioLead, sourceSentence } from '../content/scenario/scenario-headline.ts';
import { scenarioSections } from '../content/scenario/scenario-sections.ts';
import { level, listed, longDate, money } from '../format.ts';
import { figure } from './chart/figure.ts';
import { shockLines } from './chart/shock-lines.ts';
import { element, typeset } from './markup.ts';
import { type CardRow, cardGrid, pageHtml } from './page.ts';
import { sectionHtml } from './section-html.ts';

const ROWS: readonly CardRow[] = [
  [
    ['w5', ['layers', 'levels']],
    ['w7', ['lines']],
  ],
  [['w12', ['map']]],
  [
    ['w7', ['outcomes']],
    ['w5', ['edges', 'caveats']],
  ],
  [
    ['w7', ['projection']],
    ['w5', ['legs']],
  ],
];

/** What the boxes on the map are. */
function mapLegend(report: ScenarioReport): string {
  const keys = [
    ['k-now', 'today'],
    ...(shownOutcome(report.outcomes) === undefined ? [] : [['k-shown', 'nearest to the scenario']]),
    ['k-likely', 'VIX as the model expects over a week'],
  ];
  const items = keys.map(([mark, name]) =>
    element('li', {}, element('span', { class: `key ${mark}` }), typeset(name ?? '')),
  );
  return element('ul', { class: 'legend' }, ...items);
}

function linesSection(
  report: ScenarioReport,
): readonly { readonly section: Section; readonly picture: string }[] {
  const chart = shockLines(report);
  if (chart === undefined) return [];
  const quotes = provenanceOf(report);
  const section = { id: 'lines', title: 'Over SPX', note: chart.title, provenance: quotes, blocks: [] };
  return [{ section, picture: figure(chart, quotes) }];
}

function cards(report: ScenarioReport): ReadonlyMap<string, string> {
  const worded = scenarioSections(report).map((section) => ({
    section,
    picture: section.id === 'map' ? mapLegend(report) : '',
  }));
  return new Map(
    [...worded, ...linesSection(report)].map(({ section, picture }) => [
      section.id,
      sectionHtml(section, report.quotes, picture),
    ]),
  );
}

function strip({ market, nav }: ScenarioReport): readonly Fact[] {
  return [
    { label: 'SPX', value: level(market.spx) },
    { label: 'VIX', value: level(market.vix) },
    {
      label: 'VIX3M',
      value: level(market.vix3m),
      ...(market.vix3mSource === 'proxied' ? { note: 'proxied' } : {}),
    },
    { label: 'VX 30d', value: level(market.vx30) },
    { label: 'NAV', value: money(nav) },
  ];
}

/** The report as one self-contained page: no script, no network, both themes; the same bytes for the same report. */
export function scenarioHtml(report: ScenarioReport): string {
  const { date, asOf, plan, positions, hashes } = report;
  const held = listed(positions.map(({ label }) => label));
  return pageHtml({
    quotes: provenanceOf(report),
    ...(report.quotes === 'real'
      ? { modelled: 'MODELLED SHOCKS of real quotes. No price after a shock was ever quoted.' }
      : {}),
    title: `scenario ${longDate(date)}: ${scenarioHeadline(report)}`,
    day: `Scenario from ${longDate(date)}`,
    beside: `quotes of ${showInstant(asOf)}. Plan ${plan.name} ${plan.version}.`,
    strip: strip(report),
    headline: scenarioHeadline(report),
    leads: [scenarioLead(report), `${sourceSentence(report)} ${held}.`].filter((lead) => lead !== ''),
    cards: cardGrid(ROWS, cards(report)),
    hashes,
  });
}
