/** Where a value stands: keys and array indices from the top of the document. */
export type TomlPath = readonly PropertyKey[];

const HEADER = /^\s*(\[\[?)\s*([^\]#]+?)\s*\]\]?\s*(?:#.*)?$/;
const KEY = /^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=/;
const PART = /[\w-]+|"[^"]*"|'[^']*'/g;
const TRIPLE = /"""|'''/g;

const partsOf = (dotted: string): string[] =>
  (dotted.match(PART) ?? []).map((part) => part.replace(/^["']|["']$/g, ''));
const nameOf = (path: TomlPath): string => path.map(String).join('\u0000');

/** Counts `[[name]]` headers, so that the second block of `rungs` is known as `rungs.1`. */
function tableCounter(): (name: readonly string[], isArray: boolean) => readonly string[] {
  const counts = new Map<string, number>();
  return (name, isArray) =>
    name.flatMap((part, i) => {
      const key = nameOf(name.slice(0, i + 1));
      const seen = counts.get(key);
      if (!isArray || i < name.length - 1) return seen === undefined ? [part] : [part, String(seen)];
      const next = seen === undefined ? 0 : seen + 1;
      counts.set(key, next);
      return [part, String(next)];
    });
}

/** The 1-based line of every table header and key; a value inside an inline table or array counts as its key. */
function indexLines(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const numbered = tableCounter();
  let table: readonly string[] = [];
  let inMultiline = false;
  for (const [i, line] of text.split('\n').entries()) {
    const wasInside = inMultiline;
    if ((line.match(TRIPLE)?.length ?? 0) % 2 === 1) inMultiline = !inMultiline;
    if (wasInside) continue;
    const header = HEADER.exec(line.replace(/\r$/, ''));
    const key = KEY.exec(line)?.[1];
    if (header !== null) table = numbered(partsOf(header[2] ?? ''), header[1] === '[[');
    else if (key === undefined) continue;
    const path = header !== null ? table : [...table, ...partsOf(key ?? '')];
    if (!found.has(nameOf(path))) found.set(nameOf(path), i + 1);
  }
  return found;
}

/** Finds lines by path: the key itself, else the nearest table around it; undefined when neither is in the text. */
export function tomlLines(text: string): (path: TomlPath) => number | undefined {
  let index: ReadonlyMap<string, number> | undefined;
  return (path) => {
    index ??= indexLines(text);
    for (let depth = path.length; depth > 0; depth--) {
      const line = index.get(nameOf(path.slice(0, depth)));
      if (line !== undefined) return line;
    }
    return undefined;
  };
}
