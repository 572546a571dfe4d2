import type { IsoDate } from '../../../core/units.ts';
import type { CondorProposal, Decision, HedgeProposal } from '../../../strategy/decision.ts';
import { nearDate, strike } from '../format.ts';

/** `SPXW 20 Mar 6800/6825/7200/7225`: long put, short put, short call, long call. */
export function condorName(condor: CondorProposal, from: IsoDate): string {
  const strikes = [condor.longPut, condor.shortPut, condor.shortCall, condor.longCall].map(strike).join('/');
  return `${condor.root} ${nearDate(condor.expiration, from)} ${strikes}`;
}

/** `VIX 20 Jun 24C`; `VIX 20 Jun 24C/34C` for a call spread. */
export const hedgeName = (hedge: HedgeProposal, from: IsoDate): string =>
  `${hedge.root} ${nearDate(hedge.expiration, from)} ${strike(hedge.strike)}C${hedge.shortStrike === undefined ? '' : `/${strike(hedge.shortStrike)}C`}`;

/** `7-day rung`, `L1`, `position c-0226`: what a decision is about, in words. */
export function subjectName(subject: string): string {
  const [kind, ...rest] = subject.split('.');
  const name = rest.join('.');
  if (name === '') return subject;
  switch (kind) {
    case 'condor':
      return /^\d+$/.test(name) ? `${name}-day rung` : `condor ${name}`;
    case 'hedge':
      return `hedge ${name}`;
    case 'position':
      return `position ${name}`;
    default:
      return subject;
  }
}

/** What a decision is about, with its contracts when it has any. */
export function decisionName(decision: Decision, from: IsoDate): string {
  const { proposal } = decision;
  const subject = subjectName(decision.subject);
  if (proposal === undefined) return subject;
  return `${subject}, ${proposal.kind === 'condor' ? condorName(proposal, from) : hedgeName(proposal, from)}`;
}
