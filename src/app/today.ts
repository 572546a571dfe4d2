import { newYorkClock } from '../core/new-york.ts';
import { epochMs, type IsoDate } from '../core/units.ts';

/** Today's date in New York: the one place that looks at the clock. */
export const today = (): IsoDate => newYorkClock(epochMs(Date.now())).date;
