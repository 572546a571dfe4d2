import { showInstant } from '../../../core/new-york.ts';
import type { QuoteKind } from '../../../market/chain.ts';
import type { ScenarioReport } from '../../scenario/scenario-report.ts';
import { NOT_ADVICE } from '../content/caveats-section.ts';
import { scenarioHeadline, scenarioLead, sourceSentence } from '../content/scenario/scenario-headline.ts';
import { scenarioSections } from '../content/scenario/scenario-sections.ts';
import { level, longDate, money } from '../format.ts';
import { sectionText } from './section-text.ts';
import { marked, SHEET_WIDTH, SIMULATED } from './sheet-text.ts';
import { columns, padRight, wrap } from './wrap.ts';

const STARTS_FROM: Readonly<Record<QuoteKind, string>> = {
  real: 'Real quotes, MODELLED shocks: no price after a shock was ever quoted',
  modelled: 'MODELLED quotes and shocks: computed, not quoted',
  simulated: 'Generated market, no price here was ever traded',
};

const labelled = (label: string, text: string, width: number): readonly string[] => {
  const lead = 9;
  return wrap(text, width - lead).map((line, i) => `${padRight(i === 0 ? label : '', lead)}${line}`);
};

function top(report: ScenarioReport, width: number): readonly string[] {
  const { market, plan, nav } = report;
  const levels = `SPX ${level(market.spx)}, VIX ${level(market.vix)}, VIX3M ${level(market.vix3m)}${market.vix3mSource === 'proxied' ? ' (proxied)' : ''}, VX 30d ${level(market.vx30)}`;
  return [
    ...wrap(`ALVH scenario  ${longDate(report.date)}, quotes of ${showInstant(report.asOf)}`, width),
    ...wrap(`${STARTS_FROM[report.quotes]}, plan ${plan.name} ${plan.version}`, width),
    '='.repeat(width),
    ...wrap(scenarioHeadline(report), width),
    ...wrap(scenarioLead(report), width).filter((line) => line !== ''),
    '',
    ...labelled('Book', `${sourceSentence(report)} NAV ${money(nav)}.`, width),
    ...report.positions.flatMap(({ label }) => labelled('', label, width)),
    ...labelled('Market', levels, width),
  ];
}

function bottom({ hashes }: ScenarioReport, width: number): readonly string[] {
  return [
    '='.repeat(width),
    `inputs   ${hashes.inputs}`,
    `plan     ${hashes.plan}`,
    `scenario ${hashes.scenario}`,
    ...wrap(NOT_ADVICE, width),
  ].flatMap((line) => (columns(line) > width ? wrap(line, width) : [line]));
}

/** The report as a desk note: plain text, at most 100 columns, the same bytes for the same report. */
export function scenarioText(report: ScenarioReport): string {
  const isSimulated = report.quotes === 'simulated';
  const width = isSimulated ? SHEET_WIDTH - SIMULATED.length : SHEET_WIDTH;
  const sections = scenarioSections(report).flatMap((section) => ['', ...sectionText(section, width)]);
  const lines = [...top(report, width), ...sections, '', ...bottom(report, width)];
  return `${(isSimulated ? lines.map(marked) : lines).join('\n')}\n`;
}
