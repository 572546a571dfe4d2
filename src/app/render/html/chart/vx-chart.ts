import type { DaySheet, VxCurveView } from '../../../../engine/day-sheet.ts';
import { dayMonth, fixed, level, signedPercent } from '../../format.ts';
import { element, empty } from '../markup.ts';
import { curve, horizontal, label, type Size } from './draw.ts';
import type { Chart } from './figure.ts';
import { padded, type Scale, scale, ticks } from './scale.ts';

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

function frameOf(view: VxCurveView, vix: number | undefined, { width, height }: Size): Frame {
  const levels = [
    ...view.contracts.map(({ settle }) => settle as number),
    ...(vix === undefined ? [] : [vix]),
  ];
  const { low, high } = padded(levels, 0.15);
  const last = view.contracts[view.contracts.length - 1]?.dte ?? 1;
  const [leftEdge, rightEdge, bottom] = [36, width - 16, height - 26];
  return {
    x: scale(0, last, leftEdge + 14, rightEdge),
    y: scale(low, high, bottom, 14),
    left: leftEdge,
    right: rightEdge,
    bottom,
  };
}

/** Names under the axis, left out where they would touch. */
function monthNames(view: VxCurveView, frame: Frame): string {
  let free = frame.x.at(0) + 20;
  return view.contracts
    .map(({ dte, expiration }) => {
      const x = frame.x.at(dte);
      if (x - 16 < free) return '';
      free = x + 20;
      return label(x, frame.bottom + 18, dayMonth(expiration), { 'text-anchor': 'middle' });
    })
    .join('');
}

/** The value 30 and 60 days out, where the plan reads the slope. */
function constantMaturity(view: VxCurveView, frame: Frame): string {
  const mark = (days: number, value: number | undefined): string => {
    if (value === undefined || days > frame.x.high) return '';
    const [x, y] = [frame.x.at(days), frame.y.at(value)];
    // Under a rising curve and over a falling one the label stays clear of the line.
    const rises = (view.contango ?? 0) >= 0;
    return (
      empty('path', { class: 'cm', d: `M${x.toFixed(1)} ${(y - 5).toFixed(1)}l5 5l-5 5l-5 -5Z` }) +
      label(x + 8, y + (rises ? 14 : -8), `${days}d ${level(value)}`)
    );
  };
  return mark(30, view.cm30) + mark(60, view.cm60);
}

function draw(view: VxCurveView, vix: number | undefined, size: Size): string {
  const frame = frameOf(view, vix, size);
  const points = view.contracts.map(({ dte, settle }) => ({ x: frame.x.at(dte), y: frame.y.at(settle) }));
  const grid = ticks(frame.y.low, frame.y.high, 5).map(
    (v) =>
      horizontal(frame.y.at(v), frame.left, frame.right, 'rule') +
      label(frame.left - 6, frame.y.at(v) + 4, fixed(v, Number.isInteger(v) ? 0 : 1), {
        'text-anchor': 'end',
      }),
  );
  const spot =
    vix === undefined
      ? ''
      : empty('circle', { class: 'dot', cx: frame.x.at(0), cy: frame.y.at(vix), r: 4 }) +
        label(frame.x.at(0), frame.bottom + 18, 'VIX', { class: 'strong', 'text-anchor': 'middle' });
  const dots = points.map(({ x, y }) => empty('circle', { class: 'ring', cx: x, cy: y, r: 3.5 }));
  return element(
    'g',
    {},
    ...grid,
    monthNames(view, frame),
    curve(points, 's-vx'),
    ...dots,
    constantMaturity(view, frame),
    spot,
  );
}

function finding({ contango, contangoSource, contracts }: VxCurveView, vix: number | undefined): string {
  const slope =
    contango === undefined
      ? 'The slope from 30 to 60 days is unknown.'
      : `${contango >= 0 ? 'Contango' : 'Backwardation'}: 60 days is ${signedPercent(contango)} from 30 days${contangoSource === 'proxied' ? ', proxied' : ''}.`;
  const front = contracts[0];
  if (front === undefined || vix === undefined) return slope;
  return `${slope} The front future stands ${signedPercent(front.settle / vix - 1)} from spot VIX.`;
}

/** VX settlements by days to expiration, spot VIX on the left. */
export function vxChart(sheet: DaySheet): Chart | undefined {
  const { vxCurve: view, vix } = sheet.market;
  if (view === undefined || view.contracts.length < 2) return undefined;
  return {
    id: 'vx-chart',
    title: 'VX futures by days to expiration',
    finding: finding(view, vix),
    draw: (size) => draw(view, vix, size),
    wide: { width: 470, height: 230 },
    narrow: { width: 340, height: 220 },
    legend: [
      { name: 'VX settlement', mark: 's-vx' },
      { name: 'constant maturity', mark: 'k-cm' },
      ...(vix === undefined ? [] : [{ name: 'spot VIX', mark: 'k-dot' }]),
    ],
  };
}
