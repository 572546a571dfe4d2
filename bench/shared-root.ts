import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../src/core/dates.ts';

const ROOT = join(import.meta.dirname, '..', '..', 'shared');

/** The folder of real market data beside the checkout; undefined where it is absent. */
export const sharedRoot = (): string | undefined => (existsSync(join(ROOT, 'data')) ? ROOT : undefined);

/** The day the held data was gathered; nothing in it is newer. */
export const GATHERED = isoDate('2026-11-20');
