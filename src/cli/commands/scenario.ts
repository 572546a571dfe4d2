import type { Command } from 'commander';
import type { ScenarioOptions } from '../../app/scenario/scenario-ask.ts';
import type { ScenarioReport } from '../../app/scenario/scenario-report.ts';
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

interface ScenarioFlags extends HomeOption, ColourOption, MarketOptions, ScenarioOptions {
  readonly json?: boolean;
  readonly html?: string;
}

async function show(
  report: ScenarioReport,
  { json, html, color }: ScenarioFlags,
  session: Session,
): Promise<void> {
  if (json === true) {
    const { scenarioJson } = await import('../../app/render/json/scenario-json.ts');
    session.terminal.out(scenarioJson(report));
    return;
  }
  if (html !== undefined) {
    const { scenarioHtml } = await import('../../app/render/html/scenario-html.ts');
    writeOutput(html, scenarioHtml(report));
    session.terminal.err(`wrote ${html}${report.quotes === 'simulated' ? ' (SIMULATED)' : ' (MODELLED)'}\n`);
    return;
  }
  const { scenarioText } = await import('../../app/render/text/scenario-text.ts');
  print(scenarioText(report), session, color);
}

/** Said beside a generated market, so that nobody takes it for theirs. */
const GENERATED =
  'note: this market is generated; bring real data in with `alvh data import PATH`, your book with `alvh book import FILE`\n';

async function scenario(flags: ScenarioFlags, session: Session): Promise<void> {
  const { runScenario } = await import('../../app/run-scenario.ts');
  const { today } = await import('../../app/today.ts');
  const report = await runScenario({
    home: homeOf(flags, session),
    today: today(),
    ...marketAsked(flags),
    options: flags,
    isPage: flags.html !== undefined && flags.json !== true,
  });
  if (!report.ok) return session.exit(reportProblems(report.failure, session.terminal));
  await show(report.value, flags, session);
  if (report.value.quotes === 'simulated') session.terminal.err(GENERATED);
}

const STORMS = 'oct-1987, aug-2011, aug-2015, feb-2018, mar-2020, aug-2024, apr-2025';

export function addScenario(program: Command, session: Session): void {
  const command = program
    .command('scenario')
    .description(
      'what if: SPX, VIX and the VX curve move together, and every leg is repriced on its own underlying',
    )
    .option('--spx <move>', 'move of SPX in percent, with its sign: -8%')
    .option(
      '--vix <change>',
      'change of VIX in points or percent: +20, +120% (else as the model expects; 0 for none)',
    )
    .option('--slope <power>', 'VIX3M follows VIX by this power, 0 to 1.2 (else by the measured rule)')
    .option('--days <days>', 'calendar days that pass meanwhile, 0 to 365 (else at once)')
    .option(
      '--preset <name>',
      'what VIX does beside --spx: median, worst-decile, p10, p90 of history, or model',
    )
    .option('--sessions <n>', 'sessions the move of a preset takes: 1, 5 or 21 (else 5)')
    .option('--replay <storm>', STORMS)
    .option('--stage <stage>', 'one part of a replay: worst-day, calm-week, peak, trough (else all)')
    .option('--grid', 'the map of SPX and VIX moves besides')
    .option('--project', 'the book 3, 7, 10, 14 and 21 days ahead besides');
  withMarket(command, 'session to start from')
    .option('--json', 'as JSON (schema/scenario.schema.json)')
    .option('--html <file>', 'as one self-contained page, with map, lines and days ahead')
    .action((flags: ScenarioFlags) => scenario(flags, session));
  withExamples(
    withColour(withHome(command)),
    ['alvh scenario', "the plan's sizing scenario, past storms and the map, on your book"],
    ['alvh scenario --spx -8% --vix +20', 'one joint shock, leg by leg'],
    ['alvh scenario --spx -8% --vix +120% --days 10', 'the same over ten days'],
    ['alvh scenario --replay mar-2020 --stage peak', 'a past storm on the book of today'],
    ['alvh scenario --spx -5% --preset worst-decile', 'VIX as in the worst tenth of such weeks'],
    ['alvh scenario --project', 'what time does'],
    ['alvh scenario --html scenario.html', 'all of it as a page'],
  );
}
