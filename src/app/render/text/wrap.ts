/** Columns a string takes in a terminal: one per code point, which holds for the Latin text of a sheet. */
export const columns = (text: string): number => [...text].length;

/** A word longer than a line is cut, so that no line is ever wider than asked. */
function cut(word: string, width: number): readonly string[] {
  const letters = [...word];
  const pieces: string[] = [];
  for (let i = 0; i < letters.length; i += width) pieces.push(letters.slice(i, i + width).join(''));
  return pieces;
}

/** Breaks text at spaces into lines of at most `width` columns. Runs of spaces inside a line are kept. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/(?<=\S)(?=\s+\S)/)
    .flatMap((part) => (columns(part) > width ? cut(part, width) : [part]))) {
    if (columns(line) + columns(word) <= width) line += word;
    else {
      lines.push(line.trimEnd());
      line = word.trimStart();
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

export const padRight = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columns(text)));
export const padLeft = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - columns(text))) + text;
