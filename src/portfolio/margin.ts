import { ok, type Result } from '../core/result.ts';
import { cents } from '../core/units.ts';
import type { Leg } from './leg.ts';
import { condorLines } from './margin-condor.ts';
import { matchOptions } from './margin-match.ts';
import { nakedLines } from './margin-naked.ts';
import { futureLines, longLines, outrightLines } from './margin-outright.ts';
import type {
  MarginConvention,
  MarginFailure,
  MarginLine,
  MarginMarket,
  MarginReport,
} from './margin-report.ts';

/**
 * Reg-T (strategy-based) requirement of a set of legs, matched as a broker would.
 *
 * Condors and verticals: width x multiplier, the condor once. Long options: paid in full, 75 % past nine months.
 * Naked index options: premium + max(15 % of the index - out of the money, 10 %). Naked VIX options are refused: the
 * plan forbids them.
 *
 * @returns the strategies found and their sum; `requirement` is gross, buying power used is less by the credit received
 * @see methodology 4.4; Cboe Rule 10.3, FINRA Rule 4210
 */
export function regTMargin(
  legs: readonly Leg[],
  market: MarginMarket,
  convention: MarginConvention,
): Result<MarginReport, MarginFailure> {
  const { pairs, naked, spare } = matchOptions(legs);
  const parts = [
    ok(condorLines(pairs, convention)),
    outrightLines(pairs, market),
    nakedLines(naked, market),
    longLines(spare, market),
    futureLines(legs, market),
  ];
  const lines: MarginLine[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    lines.push(...part.value);
  }
  return ok({
    convention,
    lines,
    requirement: cents(lines.reduce((sum, line) => sum + line.requirement, 0)),
  });
}
