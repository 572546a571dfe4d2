// Runs a program of the installed packages, installing first when that is needed:
// `node scripts/with-install.js tsx bench/validate.ts --only day.`
import { ensureBuilt, ensureInstalled, runLocal, say } from './install.js';

const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  say('usage: node scripts/with-install.js PROGRAM [ARGUMENTS]');
  process.exit(1);
}
ensureInstalled();
// What runs our own code may load the kernels, which only a build makes.
if (name === 'tsx') ensureBuilt();
process.exitCode = runLocal(name, args);
