export { lead, run, serve } from './team';

/** Where the tables of numbers end: below the memory the caller hands out. */
export function dataEnd(): usize {
  return __heap_base;
}
