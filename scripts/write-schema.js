// `npm run schema`: writes schema/day-sheet.schema.json from the zod schema. A test compares the two.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, ensureBuilt, ensureInstalled, ROOT, say } from './install.js';

ensureInstalled();
ensureBuilt();
const { daySheetSchemaText } = await import(pathToFileURL(join(DIST, 'app', 'day-sheet-schema.js')).href);
mkdirSync(join(ROOT, 'schema'), { recursive: true });
writeFileSync(join(ROOT, 'schema', 'day-sheet.schema.json'), daySheetSchemaText());
say('wrote schema/day-sheet.schema.json');
