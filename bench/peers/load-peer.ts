import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PEERS_FOLDER } from './install.ts';

const require = createRequire(join(PEERS_FOLDER, 'package.json'));

/** What a package exports, found at run time so that nothing here needs it, or its types, to be installed. */
async function exportsOf(name: string): Promise<Readonly<Record<string, unknown>>> {
  return import(pathToFileURL(require.resolve(name)).href);
}

const has = (candidate: unknown, members: readonly string[]): boolean =>
  (typeof candidate === 'object' || typeof candidate === 'function') &&
  candidate !== null &&
  members.every((member) => typeof Reflect.get(candidate, member) === 'function');

/** A package as the narrow shape an adapter needs, each member checked to be a function or class. */
export async function peerModule<Shape>(
  name: string,
  members: readonly (keyof Shape & string)[],
): Promise<Shape> {
  const found = await exportsOf(name);
  for (const candidate of [found, found['default']]) if (has(candidate, members)) return candidate as Shape;
  throw new Error(`${name} has no ${members.join(', ')}`);
}

/** A package that is one function. */
export async function peerFunction<Shape>(name: string): Promise<Shape> {
  const found = (await exportsOf(name))['default'];
  if (typeof found === 'function') return found as Shape;
  throw new Error(`${name} is not a function`);
}

/** Name and installed version: `black-scholes 1.1.0`. */
export function peerLabel(name: string): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(join(PEERS_FOLDER, 'node_modules', name, 'package.json'), 'utf8'),
  );
  return `${name} ${manifest.version}`;
}
