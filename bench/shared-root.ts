import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', 'shared');

/** The folder of real market data beside the checkout; undefined where it is absent. */
export const sharedRoot = (): string | undefined => (existsSync(join(ROOT, 'data')) ? ROOT : undefined);
