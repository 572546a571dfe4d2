import type { Problem } from '../core/problem.ts';
import type { IsoDate } from '../core/units.ts';
import type { ChainPassport } from '../market/passport.ts';
import { isRefused, type Manifest, type ReadingEntry } from '../store/manifest.ts';
import { chainRefusal } from './chain-refusal.ts';

/** `imported`: new in the lake; `unchanged`: its bytes were there already; `refused`: nothing of it is used. */
export type ImportVerdict = 'imported' | 'unchanged' | 'refused';

/** What became of one file, or of one member of an archive. */
export interface FileReport {
  /** The path as given; `archive.tar.gz/member.csv` for a member. */
  readonly file: string;
  /** True for a path the person gave itself, false for one found in a folder. */
  readonly named: boolean;
  readonly verdict: ImportVerdict;
  readonly reader?: string;
  /** Observations, settlements and contracts. */
  readonly rows: number;
  readonly span?: { readonly from: IsoDate; readonly to: IsoDate };
  readonly notes: readonly string[];
  /** The first thing wrong, when refused. */
  readonly problem?: Problem;
  /** One passport a chain, judged with everything in the lake when the import ended. */
  readonly chains: readonly ChainPassport[];
}

export interface ImportReport {
  readonly home: string;
  readonly files: readonly FileReport[];
  readonly totals: Readonly<Record<ImportVerdict, number>> & { readonly rows: number };
  /** 2 when a file that was named itself was refused; a folder that was worked through is 0 whatever it held. */
  readonly exitCode: 0 | 2;
}

/** What happened to one walked file before its chains could be judged. */
export interface Outcome {
  readonly path: string;
  readonly named: boolean;
  readonly isNew: boolean;
  readonly manifest?: Manifest;
  /** A file that could not even be read. */
  readonly problem?: Problem;
}

/** The passports of a content, as the whole lake judges them. */
export type PassportsOf = (file: string, content: string) => readonly ChainPassport[];

/** `member.csv` of an archive keeps its place below the path the person gave. */
const shownAs = (path: string, name: string, file: string): string =>
  file.startsWith(`${name}/`) ? `${path}/${file.slice(name.length + 1)}` : path;

function reportReading(
  outcome: Outcome,
  manifest: Manifest,
  entry: ReadingEntry,
  passportsOf: PassportsOf,
): FileReport {
  const file = shownAs(outcome.path, manifest.name, entry.file);
  const chains = passportsOf(entry.file, entry.content);
  const refusal = entry.refusals[0] ?? chainRefusal(chains);
  return {
    file,
    named: outcome.named,
    verdict: refusal !== undefined ? 'refused' : outcome.isNew ? 'imported' : 'unchanged',
    ...(entry.reader === undefined ? {} : { reader: entry.reader }),
    rows: entry.rows,
    ...(entry.span === undefined ? {} : { span: entry.span }),
    notes: entry.notes,
    ...(refusal === undefined ? {} : { problem: { ...refusal, file } }),
    chains,
  };
}

function reportOutcome(outcome: Outcome, passportsOf: PassportsOf): readonly FileReport[] {
  const { path, named, manifest, problem } = outcome;
  if (manifest === undefined) {
    const refused = { file: path, named, verdict: 'refused', rows: 0, notes: [], chains: [] } as const;
    return [problem === undefined ? refused : { ...refused, problem: { ...problem, file: path } }];
  }
  return manifest.readings.map((entry) => reportReading(outcome, manifest, entry, passportsOf));
}

/** The account of one import, file by file, in the order walked. */
export function importReport(
  home: string,
  outcomes: readonly Outcome[],
  passportsOf: PassportsOf,
): ImportReport {
  const reported = outcomes.map((outcome) => ({ outcome, files: reportOutcome(outcome, passportsOf) }));
  const files = reported.flatMap(({ files }) => files);
  const count = (verdict: ImportVerdict): number => files.filter((file) => file.verdict === verdict).length;
  const failed = reported.some(
    ({ outcome, files }) =>
      outcome.named &&
      (outcome.manifest === undefined ||
        isRefused(outcome.manifest) ||
        files.every(({ verdict }) => verdict === 'refused')),
  );
  const rows = reported
    .flatMap(({ outcome, files }) => (outcome.isNew ? files : []))
    .reduce((sum, f) => sum + f.rows, 0);
  return {
    home,
    files,
    totals: { imported: count('imported'), unchanged: count('unchanged'), refused: count('refused'), rows },
    exitCode: failed ? 2 : 0,
  };
}
