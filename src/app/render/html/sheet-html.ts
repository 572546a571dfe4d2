import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { Section } from '../content/block.ts';
import { shownCondors } from '../content/candidates.ts';
import { NOT_ADVICE } from '../content/caveats-section.ts';
import { headline, moneyLine } from '../content/headline.ts';
import { passportSentence } from '../content/passport-section.ts';
import { sheetSections } from '../content/sheet-sections.ts';
import { dateline, planName, strip } from '../content/strip.ts';
import { longDate, shortHash } from '../format.ts';
import { badge } from './badge.ts';
import { figure } from './chart/figure.ts';
import { payoffChart } from './chart/payoff-chart.ts';
import { scoreBar } from './chart/score-bar.ts';
import { smileChart } from './chart/smile-chart.ts';
import { sparklines } from './chart/sparklines.ts';
import { strikeRuler } from './chart/strike-ruler.ts';
import { vxChart } from './chart/vx-chart.ts';
import { element, escaped, typeset } from './markup.ts';
import { sectionHtml } from './section-html.ts';
import { STYLE } from './style.ts';

/** Nothing may be fetched: the page is one file, and a browser enforces it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

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
const ROWS: readonly (readonly (readonly [width: 'w5' | 'w7' | 'w12', ids: readonly string[]])[])[] = [
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

/** The cards in rows of twelve columns. A column without a card leaves its room to the other. */
function grid(sheet: DaySheet): string {
  const drawn = cards(sheet);
  const columns = ROWS.flatMap((row) => {
    const filled = row.map(([width, ids]) => ({
      width,
      body: ids.map((id) => drawn.get(id) ?? '').join(''),
    }));
    const present = filled.filter(({ body }) => body !== '');
    return present.map(({ width, body }) =>
      element('div', { class: `stack ${present.length === 1 ? 'w12' : width}` }, body),
    );
  });
  return element('div', { class: 'cards' }, ...columns);
}

function banner(sheet: DaySheet): string {
  switch (sheet.quotes) {
    case 'real':
      return '';
    case 'modelled':
      return element(
        'p',
        { class: 'banner modelled' },
        'MODELLED QUOTES. The chain of this day was computed, not quoted.',
      );
    case 'simulated':
      return element(
        'p',
        { class: 'banner simulated' },
        'SIMULATED MARKET. No price on this page was ever traded.',
      );
  }
}

function stripHtml(sheet: DaySheet): string {
  const facts = strip(sheet).map(({ label, value, note }) =>
    element(
      'div',
      {},
      element('dt', {}, typeset(label)),
      element('dd', {}, typeset(value)),
      note === undefined ? '' : element('dd', { class: 'note' }, typeset(note)),
    ),
  );
  return element('dl', { class: 'strip' }, ...facts);
}

function footer({ hashes, quotes }: DaySheet): string {
  const named = Object.entries(hashes).map(([name, hash]) =>
    element('code', { title: hash }, `${name} ${typeset(shortHash(hash))}`),
  );
  const marked = quotes === 'simulated' ? 'SIMULATED. ' : '';
  return element('footer', {}, element('span', {}, `${marked}${typeset(NOT_ADVICE)}`), ...named);
}

function head(sheet: DaySheet): string {
  const marked = sheet.quotes === 'real' ? '' : `${sheet.quotes.toUpperCase()} `;
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">`,
    element('title', {}, typeset(`${marked}ALVH ${longDate(sheet.date)}: ${headline(sheet)}`)),
    element('style', {}, STYLE),
  ].join('\n');
}

/** The sheet as one self-contained page: no script, no network, both themes; the same bytes for the same sheet. */
export function sheetHtml(sheet: DaySheet): string {
  const top = element(
    'header',
    { class: 'top' },
    element('b', {}, 'ALVH'),
    element('span', {}, typeset(longDate(sheet.date))),
    element(
      'span',
      { class: 'long' },
      typeset(`${dateline(sheet).split(', ').slice(1).join(', ')}. Plan ${planName(sheet)}.`),
    ),
    badge(sheet.quotes),
  );
  const main = element(
    'main',
    {},
    banner(sheet),
    element('h1', {}, typeset(headline(sheet))),
    element('p', { class: 'lead' }, typeset(moneyLine(sheet))),
    element('p', { class: 'lead' }, typeset(`Data: ${passportSentence(sheet)}`)),
    grid(sheet),
  );
  return `<!doctype html>\n<html lang="en">\n<head>\n${head(sheet)}\n</head>\n<body>\n${top}\n${stripHtml(sheet)}\n${main}\n${footer(sheet)}\n</body>\n</html>\n`;
}
