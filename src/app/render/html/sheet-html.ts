import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { Section } from '../content/block.ts';
import { shownCondors } from '../content/candidates.ts';
import { headline, moneyLine } from '../content/headline.ts';
import { passportSentence } from '../content/passport-section.ts';
import { sheetSections } from '../content/sheet-sections.ts';
import { dateline, planName, strip } from '../content/strip.ts';
import { longDate } from '../format.ts';
import { figure } from './chart/figure.ts';
import { payoffChart } from './chart/payoff-chart.ts';
import { scoreBar } from './chart/score-bar.ts';
import { smileChart } from './chart/smile-chart.ts';
import { sparklines } from './chart/sparklines.ts';
import { strikeRuler } from './chart/strike-ruler.ts';
import { vxChart } from './chart/vx-chart.ts';
import { type CardRow, cardGrid, pageHtml } from './page.ts';
import { sectionHtml } from './section-html.ts';

/** Cards that exist only as pictures; the note prints their numbers elsewhere or not at all. */
function pictureSections(
  sheet: DaySheet,
): readonly { readonly section: Section; readonly picture: string }[] {
  const [payoff, smile, history] = [payoffChart(sheet), smileChart(sheet), sparklines(sheet)];
  const card = (id: string, title: string, note: string): Section => ({
    id,
    title,
    note,
    provenance: id === 'payoff' ? 'modelled' : sheet.quotes,
    blocks: [],
  });
  return [
    ...(payoff === undefined
      ? []
      : [
          {
            section: card('payoff', 'Payoff', payoff.title),
            picture: figure(payoff, sheet.quotes),
          },
        ]),
    ...(smile === undefined
      ? []
      : [{ section: card('smile', 'Smile', smile.title), picture: figure(smile, sheet.quotes) }]),
    ...(history === ''
      ? []
      : [{ section: { ...card('history', 'History', 'trailing sessions'), blocks: [] }, picture: history }]),
  ];
}

/** What is drawn at the head of a card that also has words. */
function pictureOf(section: Section, sheet: DaySheet): string {
  if (section.id === 'signals') return scoreBar(sheet.score.value);
  if (section.id === 'vx') {
    const chart = vxChart(sheet);
    return chart === undefined ? '' : figure(chart, sheet.quotes);
  }
  const condor = shownCondors(sheet).find(({ decision }) => section.id === `condor-${decision.id}`)?.condor;
  return condor === undefined ? '' : strikeRuler(condor, sheet.market.spx);
}

/** Rows of the page: card ids by column; a column with several is stacked. */
const ROWS: readonly CardRow[] = [
  [
    ['w5', ['orders', 'ahead']],
    ['w7', ['payoff']],
  ],
  [
    ['w5', ['condor']],
    ['w7', ['hedge', 'stress', 'limits']],
  ],
  [
    ['w7', ['gates']],
    ['w5', ['change']],
  ],
  [
    ['w7', ['signals']],
    ['w5', ['regime', 'book']],
  ],
  [
    ['w7', ['rejected']],
    ['w5', ['caveats']],
  ],
  [['w12', ['decisions']]],
  [
    ['w7', ['market', 'history']],
    ['w5', ['vx']],
  ],
  [
    ['w5', ['smile']],
    ['w7', ['passport']],
  ],
];

function cards(sheet: DaySheet): ReadonlyMap<string, string> {
  const worded = sheetSections(sheet).map((section) => ({ section, picture: pictureOf(section, sheet) }));
  const all = new Map<string, string>();
  for (const { section, picture } of [...worded, ...pictureSections(sheet)]) {
    const key = section.id.replace(/^(condor|gates)-.*/, '$1');
    all.set(key, (all.get(key) ?? '') + sectionHtml(section, sheet.quotes, picture));
  }
  return all;
}

/** The sheet as one self-contained page: no script, no network, both themes; the same bytes for the same sheet. */
export const sheetHtml = (sheet: DaySheet): string =>
  pageHtml({
    quotes: sheet.quotes,
    title: `${longDate(sheet.date)}: ${headline(sheet)}`,
    day: longDate(sheet.date),
    beside: `${dateline(sheet).split(', ').slice(1).join(', ')}. Plan ${planName(sheet)}.`,
    strip: strip(sheet),
    headline: headline(sheet),
    leads: [moneyLine(sheet), `Data: ${passportSentence(sheet)}`],
    cards: cardGrid(ROWS, cards(sheet)),
    hashes: sheet.hashes,
  });
