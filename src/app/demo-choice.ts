import { closest } from '../core/closest.ts';
import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { DemoChoice } from '../model/demo/demo-market.ts';
import { DEMO_WORLD_NAMES, isDemoWorldName } from '../model/demo/demo-world.ts';

/** Where the quotes of a day may come from; real ones, where there are any, unless something else is asked for. */
const QUOTES_ASKED = ['real', 'modelled', 'simulated'] as const;

/** The options that choose a simulated market, as typed. */
export interface SimulationOptions {
  readonly quotes?: string;
  readonly seed?: string;
  readonly world?: string;
}

type Problems = readonly Problem[];
const usage = (field: string, value: string, what: string, fix: string): Problems => [
  { kind: 'usage', field, value, what, fix },
];

const SEED_LIMIT = 2 ** 32;

function seedOf(text: string): Result<number, Problems> {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed < SEED_LIMIT) return ok(seed);
  const range = `a whole number from 0 to ${SEED_LIMIT - 1}`;
  return fail(usage('--seed', text, 'is not a seed', `write ${range}, such as --seed 7`));
}

const orNamed = (known: readonly string[], given: string): string => {
  const meant = closest(given, known);
  return meant === undefined ? `write one of ${known.join(', ')}` : `write ${meant}`;
};

/** True where a simulated market is asked for, whatever is imported: by name, or by saying which. */
export const asksForSimulation = ({ quotes, seed, world }: SimulationOptions): boolean =>
  quotes === 'simulated' || seed !== undefined || world !== undefined;

/** The simulated market the options choose. */
export function demoChoice({ quotes, seed, world }: SimulationOptions): Result<DemoChoice, Problems> {
  if (quotes !== undefined && !QUOTES_ASKED.some((known) => known === quotes))
    return fail(usage('--quotes', quotes, 'is no kind of quotes to ask for', orNamed(QUOTES_ASKED, quotes)));
  const [field, value] = seed === undefined ? ['--world', world] : ['--seed', seed];
  if (value !== undefined && quotes !== undefined && quotes !== 'simulated')
    return fail(usage(field, value, 'chooses a simulated market', `leave out --quotes ${quotes}`));
  const numbered = seed === undefined ? undefined : seedOf(seed);
  if (numbered !== undefined && !numbered.ok) return numbered;
  if (world !== undefined && !isDemoWorldName(world))
    return fail(usage('--world', world, 'is no simulated world', orNamed(DEMO_WORLD_NAMES, world)));
  return ok({
    ...(numbered === undefined ? {} : { seed: numbered.value }),
    ...(world === undefined ? {} : { world }),
  });
}
