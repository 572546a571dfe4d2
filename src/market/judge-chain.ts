import type { IsoDate, Points } from '../core/units.ts';
import { type Finding, type NearestForward, withFindings } from './chain-check.ts';
import type { ChainPassport } from './passport.ts';

/** What else is known when a chain is about to be used. */
export interface ChainContext {
  /** Index level the vendor printed beside the quotes. */
  readonly spot?: Points;
  readonly forward?: NearestForward;
  /** Close of the chain's underlying on its session; absent when no file has it. */
  readonly close?: number;
  /** An earlier session whose file has the very same quotes. */
  readonly copyOf?: IsoDate;
}

/** A chain further from its index's close than this (decimal) is not of that day (issue: synthetic samples). */
const MAX_DISTANCE = 0.03;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function distanceFindings(distance: number, { spot, forward, close }: ChainContext): readonly Finding[] {
  if (distance <= MAX_DISTANCE) return [];
  const levels = [
    ...(spot === undefined ? [] : [`underlying ${spot}`]),
    ...(forward === undefined ? [] : [`parity forward ${forward.value.toFixed(2)} (${forward.expiration})`]),
  ];
  const text = `${levels.join(' and ')} against a close of ${close}: ${percent(distance)} apart, 3 % allowed`;
  return [{ verdict: 'refuse', text }];
}

/**
 * Adds to a chain's own passport what other data say of it. Done whenever a chain is read, so the verdict is the same
 * whichever of chain and close was imported first.
 *
 * VIX chains come without a close: VIX moves more than the limit within most days, and its forwards are other prices.
 */
export function judgeChain(passport: ChainPassport, context: ChainContext): ChainPassport {
  const { spot, forward, close, copyOf } = context;
  const levels = [spot, forward?.value].filter((level) => level !== undefined);
  const distances = close === undefined ? [] : levels.map((level) => Math.abs(level - close) / close);
  const distance = distances.length === 0 ? undefined : Math.max(...distances);
  const findings: Finding[] = [];
  if (copyOf !== undefined)
    findings.push({ verdict: 'refuse', text: `stale copy: the quotes are those of ${copyOf}` });
  if (distance !== undefined) findings.push(...distanceFindings(distance, context));
  const measured = distance === undefined ? passport : { ...passport, distanceFromClose: distance };
  return withFindings(measured, findings);
}
