import { mean, median } from '../../src/quant/stats.ts';
import { type ChainMeasures, type ChainVix, measureChains } from '../measure/chain-vix.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

const IDS = [
  'day.vix-chains',
  'day.vix-close-median-gap',
  'day.vix-in-range',
  'day.vix-2023-05-26',
  'day.smile-inside-spread',
  'day.smile-unseen',
  'day.smile-rmse',
  'day.smile-calendar',
] as const;
const AGAINST =
  'VIX_History.csv, every real SPX chain of options/spx_2019_cboe_delayed and options/cboe_quotedata';
/** How far outside the day's published range a recomputed value may lie, vol points. */
const RANGE_SLACK = 0.1;
/** The value the plain method gives for that close, to the printed digits; the published one is 17.95. */
const MAY_26 = 17.96;

const gap = ({ value, close }: ChainVix): number => value - close;
const show = (x: number, digits = 3): string => `${x >= 0 ? '+' : ''}${x.toFixed(digits)}`;

function countRow({ vix, refused }: ChainMeasures): Row {
  const note = `of which ${vix.filter((one) => one.isAtClose).length} at the close; left out: ${refused.join(' | ')}`;
  return {
    id: 'day.vix-chains',
    value: vix.length,
    unit: 'chains',
    target: '',
    pass: null,
    against: AGAINST,
    note,
  };
}

function gapRow({ vix }: ChainMeasures): Row {
  const atClose = vix.filter((one) => one.isAtClose);
  const value = median(atClose.map((one) => Math.abs(gap(one))));
  const worst = atClose.reduce((a, b) => (Math.abs(gap(b)) > Math.abs(gap(a)) ? b : a));
  return {
    id: 'day.vix-close-median-gap',
    value,
    unit: 'vol points',
    target: '<= 0.05',
    pass: value <= 0.05,
    against: `${AGAINST}; the ${atClose.length} whose index level is the close`,
    note: `mean ${show(mean(atClose.map(gap)))}; worst ${show(gap(worst))} on ${worst.session}`,
  };
}

function rangeRow({ vix }: ChainMeasures): Row {
  const outside = vix.filter(
    ({ value, low, high }) => value < low - RANGE_SLACK || value > high + RANGE_SLACK,
  );
  return {
    id: 'day.vix-in-range',
    value: outside.length,
    unit: "chains outside the day's low - 0.1 to high + 0.1",
    target: '0',
    pass: outside.length === 0,
    against: `${AGAINST}; ${vix.length} chains`,
    note: outside
      .map(({ session, value, low, high }) => `${session} ${value.toFixed(2)} [${low}, ${high}]`)
      .join('; '),
  };
}

function may26Row({ vix }: ChainMeasures): Row {
  const one = vix.find(({ session }) => session === '2023-05-26');
  if (one === undefined) return skipped('day.vix-2023-05-26', 'no chain of that day');
  return {
    id: 'day.vix-2023-05-26',
    value: one.value,
    unit: 'vol points',
    target: `${MAY_26} to two digits`,
    pass: one.value.toFixed(2) === MAY_26.toFixed(2),
    against: `the published close ${one.close}`,
    note: `gap ${show(gap(one), 4)}; quotes taken as of the end of the curb session, 17:00`,
  };
}

function smileRows({ smiles }: ChainMeasures): Row[] {
  const total = (of: (one: ChainMeasures['smiles'][number]) => number): number =>
    smiles.reduce((sum, one) => sum + of(one), 0);
  const judged = total((one) => one.judged);
  const share = total((one) => one.inside) / judged;
  const errors = smiles.flatMap((one) => one.errors);
  const violations = total((one) => one.calendarViolations);
  const against = `${judged} out-of-the-money quotes within 2.5 sd, 5 to 60 days out, of ${smiles.length} real chains`;
  const fits = `${errors.length} fits, ${total((one) => one.failures)} failed`;
  return [
    {
      id: 'day.smile-inside-spread',
      value: share,
      unit: 'share of quotes whose fitted price is inside bid and ask',
      target: '>= 0.95',
      pass: share >= 0.95,
      against,
      note: fits,
    },
    {
      id: 'day.smile-unseen',
      value: total((one) => one.unseenInside) / total((one) => one.unseen),
      unit: 'share of left-out quotes whose fitted price is inside bid and ask',
      target: '>= 0.90',
      pass: total((one) => one.unseenInside) >= 0.9 * total((one) => one.unseen),
      against: `${total((one) => one.unseen)} quotes the fit never saw: every second strike, ${against}`,
      note: '',
    },
    {
      id: 'day.smile-rmse',
      value: median(errors),
      unit: 'vol points, median over fits of fitted less mid',
      target: '<= 0.10',
      pass: median(errors) <= 0.1,
      against,
      note: `${fits}; worst fit ${Math.max(...errors).toFixed(2)}`,
    },
    {
      id: 'day.smile-calendar',
      value: violations / total((one) => one.calendarPoints),
      unit: 'share of points where total variance falls with expiry',
      target: '<= 0.05',
      pass: violations <= 0.05 * total((one) => one.calendarPoints),
      against: `neighbouring smiles at the same log-moneyness, 5 to 60 days, ${smiles.length} real chains`,
      note: `${violations} of ${total((one) => one.calendarPoints)} points`,
    },
  ];
}

/** VIX from real chains against the published one, and the smiles those chains are priced on. */
export async function vixRows(): Promise<Row[]> {
  const root = sharedRoot();
  if (root === undefined) return IDS.map((id) => skipped(id, 'no ../shared folder beside the checkout'));
  const measures = await measureChains(root);
  return [
    countRow(measures),
    gapRow(measures),
    rangeRow(measures),
    may26Row(measures),
    ...smileRows(measures),
  ];
}
