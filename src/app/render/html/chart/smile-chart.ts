import type { DaySheet, SmileView } from '../../../../engine/day-sheet.ts';
import { cell, right, type Table } from '../../content/block.ts';
import { fixed, nearDate, percent, signed } from '../../format.ts';
import { element, empty } from '../markup.ts';
import { curve, horizontal, label, type Size, vertical } from './draw.ts';
import type { Chart } from './figure.ts';
import { padded, type Scale, scale, ticks } from './scale.ts';

const STRIP = 58;
const TABLE_ROWS = 30;

interface Residual {
  readonly strike: number;
  /** Quoted less fitted, in vol points. */
  readonly points: number;
}

/** The fitted curve at a strike, by the straight line between its points. */
function fittedAt({ strikes, fitted }: SmileView, strike: number): number | undefined {
  const after = strikes.findIndex((k) => k >= strike);
  if (after < 0) return undefined;
  const [k1, v1] = [strikes[after] ?? strike, fitted[after] ?? 0];
  if (after === 0 || k1 === strike) return k1 === strike ? v1 : undefined;
  const [k0, v0] = [strikes[after - 1] ?? strike, fitted[after - 1] ?? 0];
  return v0 + ((strike - k0) / (k1 - k0)) * (v1 - v0);
}

const residuals = (smile: SmileView): readonly Residual[] =>
  smile.quoted.flatMap(({ strike, vol }) => {
    const fit = fittedAt(smile, strike);
    return fit === undefined ? [] : [{ strike, points: (vol - fit) * 100 }];
  });

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
}

function frameOf(smile: SmileView, { width, height }: Size): Frame {
  const all = [...smile.strikes, ...smile.quoted.map(({ strike }) => strike)];
  const { low, high } = padded([...smile.fitted, ...smile.quoted.map(({ vol }) => vol)], 0.08);
  const [left, right, bottom] = [36, width - 10, height - STRIP - 30];
  return {
    x: scale(Math.min(...all), Math.max(...all), left, right),
    y: scale(low, high, bottom, 18),
    left,
    right,
    bottom,
    height,
  };
}

function axes(frame: Frame, size: Size): string {
  const rows = ticks(frame.y.low, frame.y.high, 5).map(
    (v) =>
      horizontal(frame.y.at(v), frame.left, frame.right, 'rule') +
      label(frame.left - 6, frame.y.at(v) + 4, fixed(v * 100, 0), { 'text-anchor': 'end' }),
  );
  const columns = ticks(frame.x.low, frame.x.high, size.name === 'wide' ? 6 : 4).map((v) =>
    label(frame.x.at(v), frame.height - 8, fixed(v, 0), { 'text-anchor': 'middle' }),
  );
  return [...rows, ...columns].join('');
}

/** Bars of quoted less fitted under the curve, with their own scale printed. */
function residualStrip(rows: readonly Residual[], frame: Frame): string {
  const reach = Math.max(0.05, ...rows.map(({ points }) => Math.abs(points)));
  const middle = frame.bottom + 10 + STRIP / 2;
  const y = scale(-reach, reach, middle + STRIP / 2 - 6, middle - STRIP / 2 + 6);
  const bars = rows.map(({ strike, points }) =>
    empty('rect', {
      class: 'residual',
      x: frame.x.at(strike) - 1.25,
      y: Math.min(middle, y.at(points)),
      width: 2.5,
      height: Math.max(0.5, Math.abs(y.at(points) - middle)),
    }),
  );
  const ends = [reach, -reach].map((v) =>
    label(frame.left - 6, y.at(v) + 4, signed(v, 1), { 'text-anchor': 'end' }),
  );
  return element('g', {}, horizontal(middle, frame.left, frame.right, 'rule'), ...bars, ...ends);
}

function draw(sheet: DaySheet, smile: SmileView, size: Size): string {
  const frame = frameOf(smile, size);
  const forward = forwardOf(sheet, smile);
  const dots = smile.quoted.map(({ strike, vol }) =>
    empty('circle', {
      class: strike < (forward ?? sheet.market.spx) ? 'quote put' : 'quote call',
      cx: frame.x.at(strike),
      cy: frame.y.at(vol),
      r: 2.2,
    }),
  );
  const line = smile.strikes.map((k, i) => ({ x: frame.x.at(k), y: frame.y.at(smile.fitted[i] ?? 0) }));
  const at =
    forward === undefined
      ? ''
      : vertical(frame.x.at(forward), 14, frame.bottom, 'spot') +
        label(frame.x.at(forward) + 4, 14, `F ${fixed(forward, 0)}`);
  return element(
    'g',
    {},
    axes(frame, size),
    at,
    ...dots,
    curve(line, 's-fit'),
    residualStrip(residuals(smile), frame),
  );
}

const forwardOf = ({ market }: DaySheet, { root, expiration }: SmileView): number | undefined =>
  market.forwards.find((row) => row.root === root && row.expiration === expiration)?.forward;

function smileTable(smile: SmileView): Table {
  const step = Math.max(1, Math.ceil(smile.quoted.length / TABLE_ROWS));
  const rows = smile.quoted
    .filter((_, i) => i % step === 0)
    .map(({ strike, vol }) => {
      const fit = fittedAt(smile, strike);
      return [
        cell(fixed(strike, 0)),
        cell(percent(vol)),
        cell(fit === undefined ? '' : percent(fit)),
        cell(fit === undefined ? '' : signed((vol - fit) * 100, 2)),
      ];
    });
  return {
    kind: 'table',
    caption: 'Implied vol by strike',
    columns: [right('Strike'), right('Quoted'), right('Fitted'), right('Apart, vol pt')],
    rows,
  };
}

function finding(sheet: DaySheet, smile: SmileView): string {
  const row = sheet.market.forwards.find((f) => f.root === smile.root && f.expiration === smile.expiration);
  const atm = row?.atmVol === undefined ? '' : `At the money ${percent(row.atmVol)}. `;
  const worst = Math.max(0, ...residuals(smile).map(({ points }) => Math.abs(points)));
  return `${atm}${smile.quoted.length} quotes; the fit is at most ${fixed(worst, 2)} vol points from one.`;
}

/** The smile of one expiration: quotes, the fitted curve, and what separates them. */
export function smileChart(sheet: DaySheet): Chart | undefined {
  const { smile } = sheet.market;
  if (smile === undefined || smile.strikes.length < 2) return undefined;
  return {
    id: 'smile-chart',
    title: `Implied vol by strike, ${smile.root} ${nearDate(smile.expiration, sheet.date)}`,
    finding: finding(sheet, smile),
    draw: (size) => draw(sheet, smile, size),
    wide: { width: 470, height: 310 },
    narrow: { width: 340, height: 270 },
    legend: [
      { name: 'put quotes', mark: 'k-put' },
      { name: 'call quotes', mark: 'k-call' },
      { name: 'fitted', mark: 's-fit' },
      { name: 'bars: quoted less fitted, vol points', mark: 'k-residual' },
    ],
    table: smileTable(smile),
  };
}
