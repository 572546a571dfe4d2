#!/usr/bin/env node
import { join } from 'node:path';
// The `alvh` command. In a checkout it installs and builds first when something changed; in the published package
// it only starts the program.
import { pathToFileURL } from 'node:url';
import { DIST, ensureBuilt, ensureInstalled, isCheckout } from '../scripts/install.js';

if (isCheckout()) {
  ensureInstalled();
  ensureBuilt();
}
await import(pathToFileURL(join(DIST, 'cli', 'main.js')).href);
