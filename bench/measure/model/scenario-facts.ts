import { conditionalVixFacts } from './conditional-vix-facts.ts';
import type { Fact } from './fact.ts';
import { indexDays, spxDaysOf, vxCurves } from './index-days.ts';
import { replayFacts } from './replay-facts.ts';
import { slopeFacts } from './slope-facts.ts';

/**
 * Every number the scenario engine takes from history, committed and found again in the shared data.
 *
 * @param root  the folder that holds `data`
 */
export function scenarioFacts(root: string): readonly Fact[] {
  const days = indexDays(root);
  return [
    ...replayFacts({ days, days1987: spxDaysOf(root, 1987), vx: vxCurves(root) }),
    ...conditionalVixFacts(days),
    ...slopeFacts(days),
  ];
}
