import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

/** Each may import those before it. */
const ORDER = ['core', 'quant', 'market', 'model', 'portfolio', 'strategy', 'engine', 'evidence'];
/** May import everything in ORDER, never each other; `knowledge` needs core only. */
const SIDE = ['data', 'store', 'venue', 'sweep', 'governance', 'knowledge'];
/** `app` may import everything below; `cli` and `server` speak to `app` and to nobody else but core. */
const TOP = ['app', 'cli', 'server'];
/** Layers that are functions of their arguments alone. */
const PURE = ORDER;

export interface SourceFile {
  /** Below `src`, with forward slashes: `market/chain.ts`. */
  readonly path: string;
  readonly text: string;
}

const layerOf = (path: string): string => path.split('/')[0] ?? '';

/** Says whether one layer may import another. `web` sees only the types of `app`. */
export function mayImport(from: string, to: string, isTypeOnly: boolean): boolean {
  if (from === to) return true;
  if (from === 'web') return to === 'app' && isTypeOnly;
  if (from === 'knowledge') return to === 'core';
  if (ORDER.includes(from)) return ORDER.includes(to) && ORDER.indexOf(to) < ORDER.indexOf(from);
  if (SIDE.includes(from)) return ORDER.includes(to);
  if (from === 'app') return ORDER.includes(to) || SIDE.includes(to);
  if (TOP.includes(from)) return to === 'app' || to === 'core' || (isTypeOnly && ORDER.includes(to));
  return false;
}

/** Source without comments, so that a sentence about the clock is not taken for a look at it. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');

export interface Import {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

/** Everything a file imports: statements, re-exports, and `import()` of a literal. */
export function importsIn(text: string): readonly Import[] {
  const code = withoutComments(text);
  const statements = code.matchAll(
    /(?:^|[;\n])\s*(import|export)\s+(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]/g,
  );
  const bare = code.matchAll(/(?:^|[;\n])\s*import\s*['"]([^'"]+)['"]/g);
  const dynamic = code.matchAll(/\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g);
  return [
    ...[...statements].map(([, , type, specifier = '']) => ({ specifier, isTypeOnly: type !== undefined })),
    ...[...bare].map(([, specifier = '']) => ({ specifier, isTypeOnly: false })),
    ...[...dynamic].map(([, specifier = '']) => ({ specifier, isTypeOnly: false })),
  ];
}

/** `market/chain.ts -> ../portfolio/book.ts`: every import that points up or sideways, and every unknown layer. */
export function upwardImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    importsIn(text)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter(({ specifier, isTypeOnly }) => {
        const target = posix.normalize(posix.join(posix.dirname(path), specifier));
        return !mayImport(layerOf(path), layerOf(target), isTypeOnly);
      })
      .map(({ specifier }) => `${path} -> ${specifier}`),
  );
}

/** What a pure layer may not touch, and what it is called in a complaint. */
const IMPURE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bTemporal\.Now\b/],
  ['chance', /\bMath\.random\b|\bcrypto\.(?:getRandomValues|randomUUID)\b/],
  ['the process', /\bprocess\s*[.[]/],
  ['the console', /\bconsole\s*[.[]/],
  ['the network', /\bfetch\s*\(|\bWebSocket\b|\bXMLHttpRequest\b/],
  ['a timer', /\bset(?:Timeout|Interval|Immediate)\s*\(/],
  ['the locale of the machine', /\.toLocale\w*\(|\bIntl\./],
  ['its own place on disk', /\bimport\.meta\b/],
  ['require', /\brequire\s*\(/],
];

/** Modules of Node a pure file may use: hashing is a function of its bytes. */
const ALLOWED_NODE: Readonly<Record<string, readonly string[]>> = { 'core/hash.ts': ['node:crypto'] };
/** Libraries that compute and nothing else. */
const ALLOWED_LIBRARIES = ['canonicalize', 'smol-toml', 'zod'];

/** Every touch of the outside in a layer that must be a function of its arguments. */
export function impurities(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => PURE.includes(layerOf(path)))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text);
      const touched = IMPURE.filter(([, pattern]) => pattern.test(code)).map(([name]) => `${path}: ${name}`);
      const imported = importsIn(text)
        .map(({ specifier }) => specifier)
        .filter((name) => !name.startsWith('.') && !ALLOWED_LIBRARIES.includes(name))
        .filter((name) => !(ALLOWED_NODE[path] ?? []).includes(name))
        .map((name) => `${path}: imports ${name}`);
      return [...touched, ...imported];
    });
}

/** The sources under a folder, tests left out: a test may read files and reach where it likes. */
export function sourcesUnder(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
