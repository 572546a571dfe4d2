import { basename, join } from 'node:path';
import type { FileReport } from '../../src/app/import-report.ts';
import { SERIES_READ } from '../../src/app/series-read.ts';
import { compareVerdicts, type ImportMeasure, measureImport, measureKills } from '../measure/import.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

const IDS = [
  'day.import-all-seconds',
  'day.import-idempotent',
  'day.import-refused',
  'day.import-verdicts',
  'day.import-load',
  'day.import-kill9',
];
const NO_DATA = 'no ../shared folder beside the checkout';

/** Files that must never be used: quotes wiped by the vendor, copies made on holidays, made-up samples. */
const MUST_BE_REFUSED = [
  'NEGATIVE_SPX_2023-04-05_zero_quotes.csv.gz',
  'NEGATIVE_SPX_2023-04-06_zero_quotes.csv.gz',
  'NEGATIVE_SPY_2023-04-26_premarket_zero_quotes.csv.gz',
  'SPX_20190527.csv.gz',
  'SPX_20190704.csv.gz',
  'SUSPECT_SYNTHETIC_large_options_SPX_2017_2018.csv.gz',
  'SYNTHETIC_optopsy_sample_spx_data.csv',
];
const KILLS = 12;
const FULL_KILLS = 100;

/** How the data gets in: completeness, speed, idempotence and survival of the import of `../shared/data`. */
export async function dataRows({ full = false }: { readonly full?: boolean } = {}): Promise<Row[]> {
  const root = sharedRoot();
  if (root === undefined) return IDS.map((id) => skipped(id, NO_DATA));
  const measure = await measureImport(join(root, 'data'));
  return [
    allRow(measure),
    idempotentRow(measure),
    refusedRow(measure),
    verdictRow(join(root, 'data', 'options', 'CHAIN_INDEX.csv'), measure),
    loadRow(measure),
    await killRow(root, full ? FULL_KILLS : KILLS),
  ];
}

const round = (x: number): number => Math.round(x * 10) / 10;

function allRow({ first, firstSeconds }: ImportMeasure): Row {
  const { imported, refused, rows } = first.totals;
  return {
    id: 'day.import-all-seconds',
    value: round(firstSeconds),
    unit: 's',
    target: '<= 120',
    pass: firstSeconds <= 120 && first.exitCode === 0,
    against: '../shared/data into an empty lake, one command',
    note: `${imported} files in, ${refused} refused, ${rows} observations, settlements and quotes`,
  };
}

const idempotentRow = ({ second, secondSeconds, changed }: ImportMeasure): Row => ({
  id: 'day.import-idempotent',
  value: changed,
  unit: 'files changed',
  target: '0',
  pass: changed === 0 && second.totals.imported === 0,
  against: 'the same folder imported again',
  note: `${second.totals.unchanged} unchanged, ${second.totals.imported} imported, in ${round(secondSeconds)} s`,
});

/** `12 x no reader knows this layout`, most frequent first. */
function byReason(refused: readonly FileReport[]): string {
  const counts = new Map<string, number>();
  for (const { problem } of refused) {
    const what = problem?.what.replace(/\d{4}-\d{2}-\d{2}|\d+(\.\d+)?/g, '#') ?? 'unknown';
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const shown = [...counts].sort(([, a], [, b]) => b - a).filter(([, n]) => n > 1);
  return shown.map(([what, n]) => `${n} x ${what}`).join(' | ');
}

function refusedRow({ first }: ImportMeasure): Row {
  const refused = first.files.filter(({ verdict }) => verdict === 'refused');
  const names = new Set(refused.map(({ file }) => basename(file)));
  const used = MUST_BE_REFUSED.filter((name) => !names.has(name));
  return {
    id: 'day.import-refused',
    value: refused.length,
    unit: 'files',
    target: `${MUST_BE_REFUSED.length} unusable chain files among them`,
    pass: used.length === 0,
    against: 'NEGATIVE_* quote files, two holiday copies of 2019, two synthetic samples',
    note: used.length > 0 ? `used: ${used.join(', ')}` : byReason(refused),
  };
}

function verdictRow(indexFile: string, { first }: ImportMeasure): Row {
  const { compared, differences } = compareVerdicts(indexFile, first.files);
  return {
    id: 'day.import-verdicts',
    value: differences.length,
    unit: 'chain files judged otherwise',
    target: '0',
    pass: differences.length === 0,
    against: `options/CHAIN_INDEX.csv: ${compared} chain files, refused exactly where it says EXCLUDE or NEGATIVE`,
    note: differences.join('; '),
  };
}

const loadRow = ({ loadMs }: ImportMeasure): Row => ({
  id: 'day.import-load',
  value: Math.round(loadMs),
  unit: 'ms',
  target: '<= 300',
  pass: loadMs <= 300,
  against: `manifests, ${SERIES_READ.length} series, all VX curves and the newest SPX chain; median of 5 in one process`,
  note: 'no cache: merged from the Parquet files at every start',
});

async function killRow(root: string, kills: number): Promise<Row> {
  const paths = ['options/cboe_quotedata', 'index', 'vix_futures'].map((part) => join(root, 'data', part));
  const { killed, finished, corrupted } = await measureKills(paths, kills);
  return {
    id: 'day.import-kill9',
    value: corrupted.length,
    unit: 'lakes corrupted',
    target: '0',
    pass: corrupted.length === 0 && killed === kills,
    against: `${killed} imports killed by SIGKILL at random moments; every file re-hashed, then resumed and compared byte for byte`,
    note: [`${finished} imports finished before their kill`, ...corrupted].join('; '),
  };
}
