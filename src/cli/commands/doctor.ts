import type { Command } from 'commander';
import { homeOf, print, printJson, type Session } from '../action.ts';
import { type ColourOption, type HomeOption, withColour, withExamples, withHome } from '../shared-options.ts';

interface DoctorOptions extends HomeOption, ColourOption {
  readonly json?: boolean;
}

async function doctor(options: DoctorOptions, session: Session): Promise<void> {
  const { examine } = await import('../../app/doctor.ts');
  const findings = await examine(homeOf(options, session), session.terminal.nodeVersion);
  if (findings.some(({ state }) => state === 'broken')) session.exit(2);
  if (options.json === true) return printJson(findings, session);
  const { doctorSection } = await import('../../app/render/content/doctor-section.ts');
  const { listing } = await import('../../app/render/text/listing.ts');
  print(listing([doctorSection(findings)]), session, options.color);
}

export function addDoctor(program: Command, session: Session): void {
  const command = program
    .command('doctor')
    .description('look at Node, folder, plans, account and data; change nothing')
    .option('--json', 'as JSON')
    .action((options: DoctorOptions) => doctor(options, session));
  withExamples(withColour(withHome(command)), ['alvh doctor', 'what is missing and how to mend it']);
}
