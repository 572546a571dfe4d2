import type { Command } from 'commander';
import { print, printJson, type Session } from '../action.ts';
import { reportProblems } from '../exit-code.ts';
import { type ColourOption, withColour, withExamples } from '../shared-options.ts';

interface ShowOptions extends ColourOption {
  readonly json?: boolean;
}

async function show(name: string, options: ShowOptions, session: Session): Promise<void> {
  const { loadPlan } = await import('../../app/load-plan.ts');
  const loaded = loadPlan(name);
  if (!loaded.ok) return session.exit(reportProblems(loaded.failure, session.terminal));
  if (options.json === true) return printJson(loaded.value.plan, session);
  const { planSections } = await import('../../app/render/content/plan-sections.ts');
  const { listing } = await import('../../app/render/text/listing.ts');
  print(listing(planSections(loaded.value.plan)), session, options.color);
}

async function check(name: string, session: Session): Promise<void> {
  const { loadPlan } = await import('../../app/load-plan.ts');
  const loaded = loadPlan(name);
  if (!loaded.ok) return session.exit(reportProblems(loaded.failure, session.terminal));
  const { plan, hash, file } = loaded.value;
  session.terminal.out(
    `${plan.plan.name} ${plan.plan.version} (${plan.plan.profile}) is valid: ${file}\nhash ${hash}\n`,
  );
}

export function addPlan(program: Command, session: Session): void {
  const plan = program.command('plan').description('the rule set');
  const shown = plan
    .command('show')
    .description('every number of a plan')
    .argument('[plan]', 'steward, promoter or a TOML file', 'steward')
    .option('--json', 'as JSON')
    .action((name: string, options: ShowOptions) => show(name, options, session));
  withExamples(withColour(shown), ['alvh plan show promoter', 'what the promoter allows']);
  const checked = plan
    .command('check')
    .description('say whether a plan is valid, and every line that is not')
    .argument('<plan>', 'steward, promoter or a TOML file')
    .action((name: string) => check(name, session));
  withExamples(checked, ['alvh plan check my-plan.toml', 'exit 1 and a line for each problem']);
}
