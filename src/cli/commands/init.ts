import type { Command } from 'commander';
import { homeOf, type Session } from '../action.ts';
import { type HomeOption, withExamples, withHome } from '../shared-options.ts';

interface InitOptions extends HomeOption {
  readonly force?: boolean;
}

const SAID = {
  created: 'wrote',
  replaced: 'replaced',
  unchanged: 'unchanged',
  kept: 'kept yours (replace it with --force)',
} as const;

async function init(options: InitOptions, session: Session): Promise<void> {
  const { initHome } = await import('../../app/init.ts');
  const { path, outcome } = initHome(homeOf(options, session), { force: options.force === true });
  session.terminal.out(`${SAID[outcome]}: ${path}\n`);
}

export function addInit(program: Command, session: Session): void {
  const command = program
    .command('init')
    .description('write account.toml: net asset value, margin type, fees, each explained')
    .option('--force', 'replace one that is there')
    .action((options: InitOptions) => init(options, session));
  withExamples(withHome(command), ['alvh init', 'then edit the file it names']);
}
