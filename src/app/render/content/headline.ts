import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { Decision } from '../../../strategy/decision.ts';
import { count, fixed, listed, money, percent, sentenceCase } from '../format.ts';
import { condorsOf, hedgesOf, isTaken } from './candidates.ts';
import { condorName, hedgeName, subjectName } from './proposal-name.ts';

/** What to do, as a trader would say it: `Open 2 x SPXW 20 Mar 6800/6825/7200/7225 and buy 1 VIX 20 Jun 24C.` */
export function headline(sheet: DaySheet): string {
  const exits = sheet.decisions
    .filter(({ kind }) => kind === 'exit')
    .map((decision) => closing(decision, sheet));
  const opens = condorsOf(sheet)
    .filter(({ decision, condor }) => isTaken(decision) && condor.contracts > 0)
    .map(({ condor }) => `open ${fixed(condor.contracts, 0)} x ${condorName(condor, sheet.date)}`);
  const hedges = hedgesOf(sheet)
    .filter(({ decision, hedge }) => isTaken(decision) && hedge.trade !== 0)
    .map(
      ({ hedge }) =>
        `${hedge.trade > 0 ? 'buy' : 'sell'} ${Math.abs(hedge.trade)} ${hedgeName(hedge, sheet.date)}`,
    );
  const actions = [...exits, ...opens, ...hedges];
  const said = actions.length === 0 ? '' : `${sentenceCase(listed(actions))}.`;
  if (!sheet.score.sufficient) return `No decision: too little data. ${said}`.trim();
  return opens.length > 0 ? said : `Stand aside. ${said === '' ? resting(sheet) : said}`;
}

/** The position by its own label when the book has it, the hedge by its contract, else the subject. */
function closing({ subject, proposal }: Decision, sheet: DaySheet): string {
  if (proposal?.kind === 'hedge')
    return `sell ${Math.abs(proposal.trade)} ${hedgeName(proposal, sheet.date)}`;
  const held = sheet.book.positions.find(({ id }) => subject === `position.${id}`);
  return `close ${held?.label ?? subjectName(subject)}`;
}

/** `in 1 day`, `at once`. */
const within = (days: number): string => (days === 0 ? 'at once' : `in ${count(days, 'day')}`);

function resting(sheet: DaySheet): string {
  if (sheet.book.positions.length === 0) return 'Nothing is held, nothing is opened.';
  return `Hold ${count(sheet.book.positions.length, 'position')} as they are.`;
}

/** The line with the money in it: what is newly at risk, and what the sizing stress takes with and without the hedge. */
export function moneyLine(sheet: DaySheet): string {
  const risk = condorsOf(sheet)
    .filter(({ decision }) => isTaken(decision))
    .reduce((sum, { condor }) => sum + condor.maxLoss * condor.contracts, 0);
  const opened =
    risk > 0
      ? `New risk ${money(risk)} at most, ${percent(risk / sheet.book.nav, 2)} of NAV. `
      : 'No new risk. ';
  const sizing = sheet.scenarios.find(({ id }) => id === 'S2');
  if (sizing === undefined) return opened.trim();
  const verb = sizing.net <= 0 ? 'loses' : 'gains';
  return (
    `${opened}If SPX moves ${percent(sizing.spx, 0)} ${within(sizing.days)} the book ${verb} ` +
    `${money(Math.abs(sizing.net))}, ${percent(Math.abs(sizing.netShareOfNav), 2)} of NAV; without the hedge ${money(Math.abs(sizing.core))}.`
  );
}
