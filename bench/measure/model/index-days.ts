import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isoDate } from '../../../src/core/dates.ts';
import { epochMs, type IsoDate, points } from '../../../src/core/units.ts';
import type { VxCurve } from '../../../src/market/history.ts';
import { vixMonthlyExpirations } from '../../../src/market/vix-expirations.ts';

/** Closes of one SPX session; an index that did not exist or was not published that day is absent. */
export interface IndexDay {
  readonly date: IsoDate;
  readonly spx: number;
  readonly vix?: number;
  readonly vix3m?: number;
  readonly vix6m?: number;
}

/** Cells of a plain CSV (no quotes in these files) by the names in its header. */
function columns(text: string, names: readonly string[]): readonly (readonly string[])[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const heads = header.split(',');
  const places = names.map((name) => heads.indexOf(name));
  return lines.map((line) => {
    const cells = line.split(',');
    return places.map((place) => cells[place] ?? '');
  });
}

const unzipped = (root: string, file: string): string =>
  gunzipSync(readFileSync(join(root, 'data', file))).toString('utf8');

const present = <Name extends string>(name: Name, cell: string): { readonly [key in Name]?: number } =>
  cell === '' ? {} : ({ [name]: Number(cell) } as { readonly [key in Name]: number });

/** SPX, VIX, VIX3M and VIX6M closes of every SPX session from 1990-01-02. */
export function indexDays(root: string): readonly IndexDay[] {
  const names = ['date', 'spx_close', 'vix_close', 'vix3m', 'vix6m'];
  return columns(unzipped(root, 'index/spx_vix_aligned_1990_2026.csv.gz'), names).map(
    ([date = '', spx = '', vix = '', vix3m = '', vix6m = '']) => ({
      date: isoDate(date),
      spx: Number(spx),
      ...present('vix', vix),
      ...present('vix3m', vix3m),
      ...present('vix6m', vix6m),
    }),
  );
}

/** SPX closes of one year before VIX existed. */
export function spxDaysOf(root: string, year: number): readonly IndexDay[] {
  return columns(unzipped(root, 'index/SPX_yahoo_ohlc.csv.gz'), ['Date', 'Close'])
    .filter(([date = '']) => date.startsWith(`${year}-`))
    .map(([date = '', spx = '']) => ({ date: isoDate(date), spx: Number(spx) }));
}

/** The table lists ranks, and on a settlement morning the first is already the next contract. */
const RANKS = ['VX1', 'VX2', 'VX3', 'VX4'] as const;

/** The first four monthly VX settles by session, 2007-04-02 to 2021-12-23. */
export function vxCurves(root: string): ReadonlyMap<IsoDate, VxCurve> {
  const text = readFileSync(join(root, 'data/vix_futures/VX1_VX8_2007_2021_quantintell.csv'), 'utf8');
  const expirations = vixMonthlyExpirations(isoDate('2007-01-01'), isoDate('2023-12-31'));
  const curves = columns(text, ['DATE', ...RANKS]).map(([date = '', ...settles]): VxCurve => {
    const session = isoDate(date);
    const first = expirations.findIndex((expiration) => expiration > session);
    const contracts = settles.map((settle, rank) => ({
      expiration: expirations[first + rank] ?? session,
      settle: points(Number(settle)),
    }));
    return { session, availableAt: epochMs(0), contracts };
  });
  return new Map(curves.map((curve) => [curve.session, curve]));
}
