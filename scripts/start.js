// `npm start`: from a clean clone to the sheet of the newest day, in one command.
// Arguments go to `alvh day`: `npm start -- --date 2019-05-20`.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, ensureBuilt, ensureInstalled, isCheckout } from './install.js';

if (isCheckout()) {
  ensureInstalled();
  ensureBuilt();
}
process.argv = [process.argv[0] ?? 'node', join(DIST, 'cli', 'main.js'), 'day', ...process.argv.slice(2)];
await import(pathToFileURL(process.argv[1]).href);
