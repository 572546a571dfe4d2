import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { IsoDate } from '../core/units.ts';
import { historyThrough } from '../market/history.ts';
import { type DemoChoice, demoDay } from '../model/demo/demo-market.ts';
import { DEMO_END, DEMO_START } from '../model/demo/demo-path.ts';
import { dateData } from './decision-date.ts';
import type { Evening } from './evening.ts';

/**
 * The evening of a simulated session, its last one when no date is given; a problem for a date outside its ten years. It says
 * so on every line.
 */
export function simulatedEvening(
  choice: DemoChoice = {},
  date: IsoDate = DEMO_END,
): Result<Evening, readonly Problem[]> {
  if (date < DEMO_START || date > DEMO_END) {
    const what = `lies outside the simulated ten years, ${DEMO_START} to ${DEMO_END}`;
    return fail(dateData(what, 'ask for a session in them, or import data', date));
  }
  const { snapshot, series, vx } = demoDay(choice, date);
  return ok({ snapshot, past: historyThrough(series, vx, snapshot.asOf) });
}
