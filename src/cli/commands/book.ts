import type { Command } from 'commander';
import { isIsoDate } from '../../core/dates.ts';
import { homeOf, print, printJson, type Session } from '../action.ts';
import { reportProblems } from '../exit-code.ts';
import { type ColourOption, type HomeOption, withColour, withExamples, withHome } from '../shared-options.ts';

interface ImportOptions extends HomeOption {
  readonly asOf?: string;
}

interface ShowOptions extends HomeOption, ColourOption {
  readonly json?: boolean;
}

async function importFile(file: string, options: ImportOptions, session: Session): Promise<void> {
  const { importBook } = await import('../../app/import-book.ts');
  const { today } = await import('../../app/today.ts');
  const asOf = options.asOf ?? today();
  if (!isIsoDate(asOf)) {
    const problem = {
      kind: 'usage',
      field: '--as-of',
      value: asOf,
      what: 'is not a date',
      fix: 'write it as YYYY-MM-DD',
    } as const;
    return session.exit(reportProblems([problem], session.terminal));
  }
  const report = importBook({ home: homeOf(options, session), file, asOf });
  if (!report.ok) return session.exit(reportProblems(report.failure, session.terminal));
  const { positions, warnings, rows, path, outcome } = report.value;
  for (const warning of warnings) session.terminal.err(`note: ${warning}\n`);
  for (const { label, purpose } of positions) session.terminal.out(`${label}  (${purpose})\n`);
  session.terminal.out(`${rows} rows, ${positions.length} positions; ${outcome}: ${path}\n`);
}

async function show(options: ShowOptions, session: Session): Promise<void> {
  const { loadAccount } = await import('../../app/account.ts');
  const { loadBook } = await import('../../app/book-file.ts');
  const home = homeOf(options, session);
  const account = loadAccount(home);
  if (!account.ok) return session.exit(reportProblems(account.failure, session.terminal));
  const book = loadBook(home, account.value.account);
  if (!book.ok) return session.exit(reportProblems(book.failure, session.terminal));
  if (options.json === true) return printJson(book.value, session);
  const { holdingsSection } = await import('../../app/render/content/holdings-section.ts');
  const { listing } = await import('../../app/render/text/listing.ts');
  print(listing([holdingsSection(book.value)]), session, options.color);
}

export function addBook(program: Command, session: Session): void {
  const book = program.command('book').description('what you hold');
  const imported = book
    .command('import')
    .description('make a positions file the book: symbol (OSI), quantity, price, date, purpose')
    .argument('<file>', 'a CSV file')
    .option(
      '--as-of <date>',
      'the day the list was true, YYYY-MM-DD (else today); what expired before it is refused',
    )
    .action((file: string, options: ImportOptions) => importFile(file, options, session));
  withExamples(
    withHome(imported),
    ['alvh book import positions.csv', 'replaces the book, or changes nothing'],
    ['alvh book import old.csv --as-of 2019-06-28', 'a book of the past, for a sheet of that day'],
  );
  const shown = book
    .command('show')
    .description('positions and legs as imported')
    .option('--json', 'as JSON')
    .action((options: ShowOptions) => show(options, session));
  withExamples(withColour(withHome(shown)), ['alvh book show', 'what the next sheet starts from']);
}
