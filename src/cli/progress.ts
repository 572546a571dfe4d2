import type { ImportProgress } from '../app/import-data.ts';
import type { Terminal } from './terminal.ts';

/** Plain lines for a log: one each tenth of the way. */
const STEPS = 10;

export interface Progress {
  readonly show: (event: ImportProgress) => void;
  readonly end: () => void;
}

/** Words for what happens before and after the files. */
function said(event: ImportProgress): string | undefined {
  switch (event.kind) {
    case 'waiting':
      return `waiting for another import${event.holder === undefined ? '' : ` (process ${event.holder})`} ...`;
    case 'swept':
      return `removed ${event.files} files an interrupted import left`;
    case 'judging':
      return 'judging the chains against everything in the lake ...';
    case 'started':
    case 'file':
      return undefined;
  }
}

function plainProgress({ err }: Terminal): Progress {
  let files = 0;
  let step = 0;
  const show = (event: ImportProgress): void => {
    const words = said(event);
    if (words !== undefined) err(`${words}\n`);
    if (event.kind === 'started') files = event.files;
    if (event.kind !== 'file') return;
    const reached = Math.floor(((event.index + 1) / Math.max(1, files)) * STEPS);
    if (reached > step) err(`${event.index + 1} of ${files} files\n`);
    step = Math.max(step, reached);
  };
  return { show, end: () => {} };
}

async function barProgress({ err }: Terminal): Promise<Progress> {
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {value} of {total} files  {file}',
      barsize: 24,
      stream: process.stderr,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  );
  const show = (event: ImportProgress): void => {
    const words = said(event);
    if (event.kind === 'started') bar.start(event.files, 0, { file: '' });
    if (event.kind === 'file') bar.update(event.index + 1, { file: event.path.split('/').pop() ?? '' });
    if (event.kind === 'judging') bar.stop();
    if (words !== undefined) err(`${words}\n`);
  };
  return { show, end: () => bar.stop() };
}

/** A bar on a terminal, occasional lines elsewhere; always on stderr. */
export const importProgress = async (terminal: Terminal): Promise<Progress> =>
  terminal.errIsTty ? await barProgress(terminal) : plainProgress(terminal);
