// `npm run schema`: writes the files of schema/ from the zod schemas. Tests compare the two.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, ensureBuilt, ensureInstalled, ROOT, say } from './install.js';

ensureInstalled();
ensureBuilt();
const built = (...path) => import(pathToFileURL(join(DIST, 'app', ...path)).href);
const { daySheetSchemaText } = await built('day-sheet-schema.js');
const { scenarioSchemaText } = await built('scenario', 'scenario-schema.js');

const SCHEMAS = {
  'day-sheet.schema.json': daySheetSchemaText(),
  'scenario.schema.json': scenarioSchemaText(),
};
mkdirSync(join(ROOT, 'schema'), { recursive: true });
for (const [name, text] of Object.entries(SCHEMAS)) {
  writeFileSync(join(ROOT, 'schema', name), text);
  say(`wrote schema/${name}`);
}
