import type { LinesView, OutcomeView, ScenarioReport } from '../../../scenario/scenario-report.ts';
import { shownOutcome } from '../../../scenario/shown-outcome.ts';
import { cell, right, type Table } from '../../content/block.ts';
import { movesName, overDays, pointsName } from '../../content/scenario/shock-name.ts';
import { fixed, money, signed, signedMoney } from '../../format.ts';
import { element, empty } from '../markup.ts';
import { curve, horizontal, label, type Point, type Size, vertical } from './draw.ts';
import type { Chart } from './figure.ts';
import { padded, type Scale, scale, ticks } from './scale.ts';

type Line = LinesView['lines'][number];

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Today's VIX, and the VIX of the scenario where that is another. */
function linesOf({ lines }: LinesView): {
  readonly before: Line | undefined;
  readonly after: Line | undefined;
} {
  const before = lines.find(({ vix }) => vix === 0);
  return { before, after: lines.find(({ vix }) => vix !== 0) ?? before };
}

function frameOf({ spx, lines }: LinesView, { width, height, name }: Size): Frame {
  const [left, edge, top, bottom] = [name === 'wide' ? 62 : 46, width - 12, 26, height - 30];
  const amounts = padded([0, ...lines.flatMap(({ total, unhedged }) => [...total, ...unhedged])], 0.08);
  return {
    x: scale(spx[0] ?? 0, spx.at(-1) ?? 1, left, edge),
    y: scale(amounts.low, amounts.high, bottom, top),
    left,
    right: edge,
    top,
    bottom,
  };
}

const axisMoney = (amount: number, { name }: Size): string =>
  name === 'wide' || Math.abs(amount) < 100_000
    ? money(amount)
    : `${amount < 0 ? '-' : ''}$${fixed(Math.abs(amount) / 100_000, 1)}k`;

function axes(frame: Frame, size: Size): string {
  const rows = ticks(frame.y.low, frame.y.high, 6).map(
    (v) =>
      horizontal(frame.y.at(v), frame.left, frame.right, v === 0 ? 'zero' : 'rule') +
      label(frame.left - 6, frame.y.at(v) + 4, axisMoney(v, size), { 'text-anchor': 'end' }),
  );
  const columns = ticks(frame.x.low, frame.x.high, size.name === 'wide' ? 6 : 4).map((v) =>
    label(frame.x.at(v), frame.bottom + 18, `${v > 0 ? '+' : ''}${fixed(100 * v, 0)}%`, {
      'text-anchor': 'middle',
    }),
  );
  return [...rows, ...columns].join('');
}

/** Where the scenario itself lies. */
function marker(shown: OutcomeView | undefined, frame: Frame): string {
  if (shown === undefined || shown.spxMove < frame.x.low || shown.spxMove > frame.x.high) return '';
  const [x, y] = [frame.x.at(shown.spxMove), frame.y.at(shown.total)];
  return (
    empty('circle', { class: 'ring', cx: x, cy: y, r: 4.5 }) +
    label(x, y - 10, signedMoney(shown.total), { class: 'strong', 'text-anchor': 'middle' })
  );
}

function draw(view: LinesView, shown: OutcomeView | undefined, size: Size): string {
  const frame = frameOf(view, size);
  const { before, after } = linesOf(view);
  const on = (values: readonly number[]): readonly Point[] =>
    view.spx.map((spx, i) => ({ x: frame.x.at(spx), y: frame.y.at(values[i] ?? 0) }));
  return element(
    'g',
    {},
    axes(frame, size),
    vertical(frame.x.at(0), frame.top - 10, frame.bottom, 'spot'),
    label(frame.x.at(0), frame.top - 14, 'SPX today', { class: 'strong', 'text-anchor': 'middle' }),
    after === undefined ? '' : curve(on(after.unhedged), 's-bare'),
    before === undefined || before === after ? '' : curve(on(before.total), 's-before'),
    after === undefined ? '' : curve(on(after.total), 's-today'),
    marker(shown, frame),
  );
}

function tableOf({ spx, lines }: LinesView): Table {
  const kept = spx.map((_, i) => i).filter((i) => i % 10 === 0);
  return {
    kind: 'table',
    caption: 'Gain and loss by move of SPX',
    columns: [
      right('SPX'),
      ...lines.flatMap(({ vix }) => [right(`VIX ${pointsName(vix)}`), right('without hedge')]),
    ],
    rows: kept.map((i) => [
      cell(`${fixed(100 * (spx[i] ?? 0), 1)}%`),
      ...lines.flatMap(({ total, unhedged }) => [
        cell(signedMoney(total[i] ?? 0)),
        cell(signedMoney(unhedged[i] ?? 0), 'muted'),
      ]),
    ]),
  };
}

function finding({ spx, lines }: LinesView): string {
  const { after } = linesOf({ spx, lines });
  const total = after?.total ?? [];
  const worst = total.reduce((at, amount, i) => (amount < (total[at] ?? 0) ? i : at), 0);
  const vix = after === undefined ? '' : `With VIX ${pointsName(after.vix)} `;
  return `${vix}the worst is ${signedMoney(total[worst] ?? 0)} at SPX ${signed(100 * (spx[worst] ?? 0), 1)}%.`;
}

/** Gain and loss over SPX: at today's VIX, at that of the scenario, and without the hedge. */
export function shockLines(report: ScenarioReport): Chart | undefined {
  const { lines } = report;
  if (lines === undefined || lines.spx.length < 2) return undefined;
  const shown = shownOutcome(report.outcomes);
  const { before, after } = linesOf(lines);
  return {
    id: 'lines',
    title: shown === undefined ? 'VIX as it is' : `${movesName(shown)}, ${overDays(shown.days)}`,
    finding: finding(lines),
    draw: (size) => draw(lines, shown, size),
    wide: { width: 640, height: 330 },
    narrow: { width: 340, height: 250 },
    legend: [
      { name: `Book, VIX ${after === undefined ? '' : pointsName(after.vix)}`, mark: 's-today' },
      ...(before === after ? [] : [{ name: 'Book, VIX as it is', mark: 's-before' }]),
      { name: 'Without the hedge', mark: 's-bare' },
    ],
    table: tableOf(lines),
  };
}
