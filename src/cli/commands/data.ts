import type { Command } from 'commander';
import { homeOf, print, printJson, type Session } from '../action.ts';
import { reportProblems } from '../exit-code.ts';
import { importProgress } from '../progress.ts';
import { type ColourOption, type HomeOption, withColour, withExamples, withHome } from '../shared-options.ts';

interface ImportOptions extends HomeOption, ColourOption {
  readonly as?: string;
  readonly retry?: boolean;
}

interface ReadOptions extends HomeOption, ColourOption {
  readonly json?: boolean;
}

async function importPaths(
  paths: readonly string[],
  options: ImportOptions,
  session: Session,
): Promise<void> {
  const { importData } = await import('../../app/import-data.ts');
  const { today } = await import('../../app/today.ts');
  const progress = await importProgress(session.terminal);
  try {
    const report = await importData({
      home: homeOf(options, session),
      paths,
      today: today(),
      ...(options.as === undefined ? {} : { as: options.as }),
      ...(options.retry === true ? { retry: true } : {}),
      onProgress: progress.show,
    });
    const { importSection } = await import('../../app/render/content/import-section.ts');
    const { listing } = await import('../../app/render/text/listing.ts');
    print(`${listing([importSection(report)])}\n`, session, options.color);
    // A file that was named is an error on its own line; what a folder held is only listed above.
    const named = report.files.flatMap(({ named, problem }) =>
      named && problem !== undefined ? [problem] : [],
    );
    reportProblems(named, session.terminal);
    session.exit(report.exitCode);
  } finally {
    progress.end();
  }
  await passport(options, session);
}

async function passport(options: ReadOptions, session: Session): Promise<void> {
  const { openMarketData } = await import('../../app/read-market-data.ts');
  const { lakePassport } = await import('../../app/data-passport.ts');
  const found = lakePassport(await openMarketData(homeOf(options, session)));
  if (options.json === true) return printJson(found, session);
  const { lakeSections } = await import('../../app/render/content/lake-sections.ts');
  const { listing } = await import('../../app/render/text/listing.ts');
  print(listing(lakeSections(found)), session, options.color);
}

async function list(options: ReadOptions, session: Session): Promise<void> {
  const { listData } = await import('../../app/list-data.ts');
  const files = await listData(homeOf(options, session));
  if (options.json === true) return printJson(files, session);
  const { filesSection } = await import('../../app/render/content/files-section.ts');
  const { listing } = await import('../../app/render/text/listing.ts');
  print(listing([filesSection(files)]), session, options.color);
}

function addImport(data: Command, session: Session): void {
  const command = data
    .command('import')
    .description('bring files or folders in; each is recognised by its content')
    .argument('<path...>', 'files, archives or folders')
    .option('--as <name>', 'what the files hold, where the content does not say: VIX3M, SPY, DGS10')
    .option('--retry', 'read again what was refused before')
    .action((paths: readonly string[], options: ImportOptions) => importPaths(paths, options, session));
  withExamples(
    withColour(withHome(command)),
    ['alvh data import ~/Downloads/spx_quotedata.csv', 'one chain'],
    ['alvh data import ~/market-data', 'a whole folder: refused files are listed'],
    ['alvh data import DGS10.csv --as DGS10', 'a table that does not name itself'],
  );
}

export function addData(program: Command, session: Session): void {
  const data = program.command('data').description('market data: bring it in, list it, judge it');
  addImport(data, session);
  const listed = data
    .command('list')
    .description('every imported file, and why a refused one was refused')
    .option('--json', 'as JSON')
    .action((options: ReadOptions) => list(options, session));
  withExamples(withColour(withHome(listed)), ['alvh data list', 'what there is']);
  const judged = data
    .command('passport')
    .description('quality of the data: rows, spans, gaps, conflicts, a verdict for each chain')
    .option('--json', 'as JSON')
    .action((options: ReadOptions) => passport(options, session));
  withExamples(
    withColour(withHome(judged)),
    ['alvh data passport', 'the whole lake'],
    ['alvh data passport --json', 'for a program'],
  );
}
