import { readFileSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';

/**
 * A table both sides of a comparison read: number of columns and of rows, then column after column, all doubles.
 * Little-endian, as every machine these baselines are compiled on; elsewhere it is refused rather than misread.
 */
export function writeColumns(path: string, columns: readonly Float64Array[]): void {
  requireLittleEndian();
  const rows = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== rows)) throw new Error('columns are of unequal length');
  const cells = new Float64Array(2 + columns.length * rows);
  cells.set([columns.length, rows]);
  columns.forEach((column, index) => {
    cells.set(column, 2 + index * rows);
  });
  writeFileSync(path, new Uint8Array(cells.buffer));
}

export function readColumns(path: string): readonly Float64Array[] {
  requireLittleEndian();
  const bytes = readFileSync(path);
  const cells = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const [columns = 0, rows = 0] = cells;
  if (cells.length !== 2 + columns * rows) throw new Error(`${path} is not a column file`);
  return Array.from({ length: columns }, (_, index) => cells.slice(2 + index * rows, 2 + (index + 1) * rows));
}

function requireLittleEndian(): void {
  if (endianness() !== 'LE') throw new Error('column files are little-endian, this machine is not');
}
