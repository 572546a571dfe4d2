import { run } from './run.ts';
import { processTerminal } from './terminal.ts';

// A reader that closes early (`alvh day | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), processTerminal());
