import { partOf } from '../../../../portfolio/scenario/outcome.ts';
import type { OutcomeView, ScenarioReport } from '../../../scenario/scenario-report.ts';
import type { PositionsSource } from '../../../scenario/shocked-positions.ts';
import { shownOutcome } from '../../../scenario/shown-outcome.ts';
import { listed, money, percent, sentenceCase } from '../../format.ts';
import { overDays, shockName, shockSentence } from './shock-name.ts';

const verb = (amount: number): string =>
  amount < 0 ? 'loses' : amount > 0 ? 'makes' : 'neither makes nor loses';
/** `loses $2,660`, `does not move`. */
const moves = (amount: number): string => {
  const shown = money(Math.abs(amount));
  return shown === '$0' ? 'hardly moves' : `${verb(amount)} ${shown}`;
};

/** `The core loses $2,660 and the hedge makes $2,505 (94% of it).` */
function partsSentence({ core, hedge, other, layers }: OutcomeView): string {
  const held = new Set(layers.map(({ purpose }) => partOf(purpose)));
  if (held.size < 2)
    return held.has('hedge') ? 'It is all hedge: there is no core to protect.' : 'There is no hedge in it.';
  const share = core < 0 && hedge > 0 ? ` (${percent(hedge / -core, 0)} of it)` : '';
  const said = [
    ...(held.has('core') ? [`the core ${moves(core)}`] : []),
    ...(held.has('hedge') ? [`the hedge ${moves(hedge)}${share}`] : []),
    ...(held.has('other') ? [`the rest ${moves(other)}`] : []),
  ];
  return `${sentenceCase(listed(said))}.`;
}

/** What the shock does, as a trader would say it. */
function outcomeSentence(outcome: OutcomeView): string {
  const nav = percent(Math.abs(outcome.shareOfNav), 2);
  const share = money(Math.abs(outcome.total)) === '$0' ? '' : `, ${nav} of NAV`;
  return `${shockSentence(outcome)}, ${overDays(outcome.days)}: the book ${moves(outcome.total)}${share}.`;
}

/** Where a map is at its worst. */
function mapSentence({ grid }: ScenarioReport): string {
  const cells = (grid?.cells.total ?? []).flatMap((row, i) =>
    row.map((total, j) => ({ total, spx: grid?.spx[j] ?? 0, vix: grid?.vix[i] ?? 0 })),
  );
  const [first, ...rest] = cells;
  if (first === undefined) return 'Nothing was asked.';
  const worst = rest.reduce((a, b) => (b.total < a.total ? b : a), first);
  return `The worst of the map: the book ${moves(worst.total)} at SPX ${percent(worst.spx, 1)}, VIX ${worst.vix > 0 ? '+' : ''}${worst.vix}.`;
}

function projectionSentence({ projection }: ScenarioReport): string | undefined {
  const flat = projection?.cells.filter((cell) => cell.case === 'flat') ?? [];
  const last = flat.at(-1);
  return last === undefined
    ? undefined
    : `If nothing moves the book ${moves(last.total)} in ${last.days} days.`;
}

/** The answer in a line. */
export function scenarioHeadline(report: ScenarioReport): string {
  const shown = shownOutcome(report.outcomes);
  if (shown !== undefined) return outcomeSentence(shown);
  return report.grid === undefined
    ? (projectionSentence(report) ?? 'Nothing was asked.')
    : mapSentence(report);
}

/** What core and hedge do, and how the other stages compare. */
export function scenarioLead(report: ScenarioReport): string {
  const shown = shownOutcome(report.outcomes);
  if (shown === undefined) return '';
  const others = report.outcomes.filter((one) => one !== shown && one.origin.kind === shown.origin.kind);
  const beside = others.map((one) => `${shockName(one).split(', ').slice(1).join(', ')} ${moves(one.total)}`);
  const rest = beside.length === 0 ? '' : ` Its other stages, each from today: ${listed(beside)}.`;
  return `${partsSentence(shown)}${rest}`;
}

const SOURCE: Readonly<Record<PositionsSource, string>> = {
  book: "the book of your home folder, before today's orders",
  orders:
    "the book is empty, so this is what today's proposed orders of `alvh day` would hold; `alvh book import FILE` brings yours in",
  candidate:
    'the book is empty and the plan opens nothing today, so this is the condor that came nearest and was NOT taken; `alvh book import FILE` brings yours in',
};

/** Whose book it is. */
export const sourceSentence = ({ source }: ScenarioReport): string => `${sentenceCase(SOURCE[source])}.`;
