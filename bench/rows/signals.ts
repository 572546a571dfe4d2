import { isoDate, yearOf } from '../../src/core/dates.ts';
import { mean, percentile } from '../../src/quant/stats.ts';
import { score } from '../../src/strategy/confluence.ts';
import { signalInput, signalValue } from '../../src/strategy/readings.ts';
import { classifyRegime } from '../../src/strategy/regime.ts';
import { METHOD_BORDERS } from '../../src/strategy/regime-borders.ts';
import { regimeInputs } from '../../src/strategy/regime-inputs.ts';
import { regimeThrough } from '../../src/strategy/regime-through.ts';
import { REGIME_LABELS, type RegimeMemory } from '../../src/strategy/regime-types.ts';
import { isCounted } from '../../src/strategy/signal/reading.ts';
import { isPresent } from '../../src/strategy/signal/signal.ts';
import { SIGNAL_SPECS } from '../../src/strategy/signal/signal-spec.ts';
import { importedMarket, pastOf, type SignalDay, signalDays } from '../measure/signal-days.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

type PastOf = ReturnType<typeof pastOf>;

/** VIX, its kin and breadth are all there from 2007; the vendor's files end in mid-2026. */
const FIRST = isoDate('2007-01-03');
const LAST = isoDate('2026-07-29');
/** The window methodology 3.0 measured: it ends with the VX settlements. */
const MEASURED = { from: isoDate('2007-06-01'), to: isoDate('2021-12-23') };
const AGAINST = `methodology 3.0, ${MEASURED.from} to ${MEASURED.to}`;

/** Share of a year's sessions on which each signal counted, for those that missed any. */
function gapsOf(days: readonly SignalDay[]): string {
  const shares = SIGNAL_SPECS.filter(({ weight }) => weight > 0).flatMap(({ id }) => {
    const counted = days.filter(({ readings }) =>
      readings.some((one) => one.id === id && isPresent(one) && isCounted(one)),
    ).length;
    if (counted === days.length) return [];
    return [counted === 0 ? `${id} never` : `${id} on ${Math.round((100 * counted) / days.length)} %`];
  });
  return shares.length === 0 ? 'every signal counted' : `counted less than daily: ${shares.join(', ')}`;
}

function coverageRows(days: readonly SignalDay[]): readonly Row[] {
  const years = [...new Set(days.map(({ session }) => yearOf(session)))];
  return years.map((year) => {
    const own = days.filter(({ session }) => yearOf(session) === year);
    const insufficient = own.filter(({ score }) => !score.sufficient).length;
    return {
      id: `day.signal-coverage.${year}`,
      value: Number(mean(own.map(({ score }) => score.validWeight)).toFixed(1)),
      unit: 'mean valid weight of 100',
      target: 'reported: several series end before others',
      pass: null,
      against: `${own.length} sessions, lake imported from the shared files`,
      note: `${gapsOf(own)}; ${insufficient} sessions without a decision (volatility group under 60 %)`,
    };
  });
}

const near = (seen: readonly number[], wanted: readonly number[], within: number): boolean =>
  seen.every((x, i) => Math.abs(x - (wanted[i] ?? Number.NaN)) <= within);

const percentiles = (scores: readonly number[]): readonly number[] =>
  [0.05, 0.5, 0.95, 1].map((share) => percentile(scores, share));
const shown = (numbers: readonly number[]): string => numbers.map((x) => x.toFixed(1)).join(' / ');

function percentileRow(days: readonly SignalDay[]): Row {
  const seen = percentiles(days.map(({ score }) => score.value));
  const everything = days.map(({ readings }) =>
    score(readings.map((one) => (isPresent(one) ? { ...one, tags: [] } : one))),
  );
  return {
    id: 'day.score-percentiles',
    value: shown(seen),
    unit: 'C at 5 / 50 / 95 / 100 %',
    target: '38 / 61 / 70 / 75, each within 2',
    pass: near(seen, [38, 61, 70, 75], 2),
    against: AGAINST,
    note: `${days.length} sessions; with the latest vintages of S09 and S12 counted ${shown(percentiles(everything.map(({ value }) => value)))}`,
  };
}

/** Squared correlation of two columns. */
function rSquared(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((value, i) => {
    const other = (y[i] ?? 0) - my;
    xy += (value - mx) * other;
    xx += (value - mx) ** 2;
    yy += other ** 2;
  });
  return (xy * xy) / (xx * yy);
}

function contangoRow(days: readonly SignalDay[]): Row {
  const read = days.filter((day) => signalValue(day.readings, 'S05') !== undefined);
  const r2 = rSquared(
    read.map((day) => signalValue(day.readings, 'S05') ?? 0),
    read.map(({ score }) => score.value),
  );
  return {
    id: 'day.score-r2-on-contango',
    value: Number(r2.toFixed(3)),
    unit: 'R2',
    target: '.75 within .03: C is mostly contango and breadth',
    pass: near([r2], [0.75], 0.03),
    against: AGAINST,
    note: `${read.length} sessions; R2 of C on S05 alone`,
  };
}

const sharesOf = (labels: readonly string[]): readonly number[] =>
  REGIME_LABELS.map((label) => (100 * labels.filter((one) => one === label).length) / labels.length);
const shownShares = (shares: readonly number[]): string =>
  REGIME_LABELS.map((label, i) => `${label} ${(shares[i] ?? 0).toFixed(1)}`).join(', ');

/** The same days, but a regime is left only on the close after the two beyond its buffer. */
function patientLabels(days: readonly SignalDay[], past: PastOf): readonly string[] {
  const borders = { ...METHOD_BORDERS, exit: { ...METHOD_BORDERS.exit, closes: 3 } };
  let memory: RegimeMemory | undefined;
  return days.map(({ session }) => {
    const { label, memory: next } = classifyRegime(
      regimeInputs(past(session), session, borders),
      memory,
      session,
      borders,
    );
    memory = next;
    return label;
  });
}

function regimeRow(days: readonly SignalDay[], past: PastOf): Row {
  const shares = sharesOf(days.map(({ regime }) => regime.label));
  return {
    id: 'day.regime-shares',
    value: shownShares(shares),
    unit: '% of sessions',
    target: 'CALM 25, NORMAL 23, ELEVATED 14, STRESS 27, RECOVERY 11, each within 3',
    pass: near(shares, [25, 23, 14, 27, 11], 3),
    against: AGAINST,
    note: `${days.length} sessions; leaving a regime a close later: ${shownShares(sharesOf(patientLabels(days, past)))}`,
  };
}

function quietRow(days: readonly SignalDay[]): Row {
  const read = days.filter((day) => signalInput(day.readings, 'S06', 'edr') !== undefined);
  const loud = read.filter(
    (day) =>
      (signalInput(day.readings, 'S06', 'edr') ?? 0) > 0.94 ||
      (signalInput(day.readings, 'S06', 'vix') ?? 0) > 16,
  );
  const share = (100 * loud.length) / read.length;
  return {
    id: 'day.edr-or-vix-share',
    value: Number(share.toFixed(1)),
    unit: '% of sessions',
    target: '62 within 1: the roll trigger is on most days',
    pass: near([share], [62], 1),
    against: AGAINST,
    note: `EDR > .94 % or VIX > 16 on ${loud.length} of ${read.length} sessions`,
  };
}

/** A first run must conclude what a daily one does; every fifth session, to keep the row short. */
function warmUpRow(days: readonly SignalDay[], past: PastOf): Row {
  const asked = days.filter((_, i) => i >= 250 && i % 5 === 0);
  const different = asked.filter(({ session, regime }) => {
    const first = regimeThrough(past(session), session);
    return JSON.stringify(first.memory) !== JSON.stringify(regime.memory);
  });
  return {
    id: 'day.regime-first-run',
    value: different.length,
    unit: 'sessions',
    target: '0: without memory the regime and its memory are those of a daily run',
    pass: different.length === 0,
    against: `a daily fold from ${FIRST}`,
    note: `${asked.length} sessions, every fifth`,
  };
}

/** Signals, score and regime over the real days; about half a minute. */
export async function signalRows(): Promise<Row[]> {
  const root = sharedRoot();
  if (root === undefined) {
    return [
      'day.signal-coverage',
      'day.score-percentiles',
      'day.score-r2-on-contango',
      'day.regime-shares',
      'day.edr-or-vix-share',
      'day.regime-first-run',
    ].map((id) => skipped(id, 'no shared folder of market data beside the checkout'));
  }
  const market = await importedMarket(root);
  const past = pastOf(market);
  const days = signalDays(market, FIRST, LAST);
  const measured = days.filter(({ session }) => session >= MEASURED.from && session <= MEASURED.to);
  return [
    ...coverageRows(days),
    percentileRow(measured),
    contangoRow(measured),
    regimeRow(measured, past),
    quietRow(measured),
    warmUpRow(days, past),
  ];
}
