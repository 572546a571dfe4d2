// Writes schema/day-sheet.schema.json from the zod schema: `npm run schema`. A test compares the two.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { daySheetSchemaText } from '../src/app/day-sheet-schema.ts';

const folder = join(import.meta.dirname, '..', 'schema');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'day-sheet.schema.json'), daySheetSchemaText());
process.stderr.write('wrote schema/day-sheet.schema.json\n');
