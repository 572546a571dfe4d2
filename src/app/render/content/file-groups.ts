import { count } from '../format.ts';

/** Files about which the same thing is said. */
export interface Group {
  readonly text: string;
  readonly files: readonly string[];
}

/** Puts files together by `kind`, in the order first said. */
export function grouped(
  said: readonly { readonly file: string; readonly text: string; readonly kind: string }[],
): readonly Group[] {
  const groups = new Map<string, { text: string; files: string[] }>();
  for (const { file, text, kind } of said) {
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, { text, files: [file] });
    else group.files.push(file);
  }
  return [...groups.values()];
}

/** `a.csv:12`: a place in a file, as far as it is known. */
export const placeOf = (file: string, line: number | undefined): string =>
  line === undefined ? file : `${file}:${line}`;

/** `a.csv:12: why`, or `3 files: why (a.csv, b.csv, c.csv)`. */
export const groupLine = ({ text, files }: Group): string =>
  files.length === 1
    ? `${files[0] ?? ''}: ${text}`
    : `${count(files.length, 'file')}: ${text} (${files.join(', ')})`;
