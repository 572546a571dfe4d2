import type { Command } from 'commander';
import type { DaySheet } from '../../engine/day-sheet.ts';
import { homeOf, print, type Session } from '../action.ts';
import { reportProblems } from '../exit-code.ts';
import {
  type ColourOption,
  type HomeOption,
  type MarketOptions,
  marketAsked,
  withColour,
  withExamples,
  withHome,
  withMarket,
} from '../shared-options.ts';
import { writeOutput } from '../write-output.ts';

interface DayOptions extends HomeOption, ColourOption, MarketOptions {
  readonly json?: boolean;
  readonly html?: string;
}

async function show(sheet: DaySheet, { json, html, color }: DayOptions, session: Session): Promise<void> {
  if (json === true) {
    const { sheetJson } = await import('../../app/render/json/sheet-json.ts');
    session.terminal.out(sheetJson(sheet));
    return;
  }
  if (html !== undefined) {
    const { sheetHtml } = await import('../../app/render/html/sheet-html.ts');
    writeOutput(html, sheetHtml(sheet));
    session.terminal.err(
      `wrote ${html}${sheet.quotes === 'real' ? '' : ` (${sheet.quotes.toUpperCase()})`}\n`,
    );
    return;
  }
  const { sheetText } = await import('../../app/render/text/sheet-text.ts');
  print(sheetText(sheet), session, color);
}

/** Said beside a generated day, so that nobody takes it for theirs. */
function simulatedNote({ passport }: DaySheet, { quotes, seed, world }: DayOptions): string {
  const isAsked = [quotes, seed, world].some((one) => one !== undefined);
  const which = `this day is ${passport.chain.file}`;
  return isAsked
    ? `note: ${which}\n`
    : `note: no usable SPX chain is imported yet, so ${which}; bring yours in with \`alvh data import PATH\`\n`;
}

async function day(options: DayOptions, session: Session): Promise<void> {
  const { planDay, planDayPage } = await import('../../app/plan-day.ts');
  const { today } = await import('../../app/today.ts');
  const decide = options.html === undefined ? planDay : planDayPage;
  const sheet = await decide({
    home: homeOf(options, session),
    today: today(),
    ...marketAsked(options),
  });
  if (sheet.ok) {
    await show(sheet.value, options, session);
    if (sheet.value.quotes === 'simulated') session.terminal.err(simulatedNote(sheet.value, options));
  } else session.exit(reportProblems(sheet.failure, session.terminal));
}

export function addDay(program: Command, session: Session): void {
  const command = program
    .command('day')
    .description('the sheet of one day: what to do, why, and what it can cost');
  withMarket(command, 'session to decide')
    .option('--json', 'the sheet as JSON (schema/day-sheet.schema.json)')
    .option('--html <file>', 'the sheet as one self-contained page')
    .option('--no-open', 'show no page afterwards (accepted for later; none is shown yet)')
    .action((options: DayOptions) => day(options, session));
  withExamples(
    withColour(withHome(command)),
    ['alvh day', 'the newest day there is'],
    ['alvh day --date 2019-05-20 --plan promoter', 'another day, another rule set'],
    ['alvh day --date 2008-10-10 --quotes modelled', 'a day whose options nobody kept'],
    ['alvh day --seed 7 --date 2021-03-16', 'a day of another simulated market'],
    ['alvh day --html today.html', 'with payoff, smile and curve'],
    ['alvh day --json | jq .orders', 'for a program'],
  );
}
