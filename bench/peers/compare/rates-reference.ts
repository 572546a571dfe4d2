import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { worstOf } from '../../measure/vectors.ts';
import { sharedRoot } from '../../shared-root.ts';
import type { DatedFlow } from '../npm/money-weighted.ts';
import type { Reference } from './contest.ts';

interface Case {
  readonly kind: 'irr' | 'xirr';
  readonly name: string;
  readonly flows: readonly (number | readonly [string, number])[];
  readonly irr: string;
}

function cases(kind: Case['kind']): readonly Case[] | undefined {
  const root = sharedRoot();
  if (root === undefined) return undefined;
  const all: readonly Case[] = JSON.parse(readFileSync(join(root, 'vectors', 'irr_xirr.json'), 'utf8'));
  return all.filter((one) => one.kind === kind);
}

function judge(list: readonly Case[]): Reference<unknown>['judge'] {
  return ([rates = new Float64Array()]) => {
    const found = list.map(({ irr, name }, i) => ({
      right: Number(irr),
      rate: rates[i] as number,
      at: name,
    }));
    const answered = found.filter(({ rate }) => !Number.isNaN(rate));
    const refused = found.filter(({ rate }) => Number.isNaN(rate)).map(({ at }) => at);
    return [
      {
        what: 'error on irr_xirr.json',
        ...worstOf(answered.map(({ right, rate, at }) => ({ error: Math.abs(rate - right), at }))),
      },
      {
        what: 'share refused',
        error: refused.length / list.length,
        at: refused.join(', '),
        cases: list.length,
      },
    ];
  };
}

export function xirrReference(): Reference<readonly (readonly DatedFlow[])[]> | undefined {
  const list = cases('xirr');
  if (list === undefined) return undefined;
  const input = list.map(({ flows }) =>
    flows.flatMap((flow) => (typeof flow === 'number' ? [] : [{ date: flow[0], amount: flow[1] }])),
  );
  return { input, judge: judge(list) };
}

export function irrReference(): Reference<readonly (readonly number[])[]> | undefined {
  const list = cases('irr');
  if (list === undefined) return undefined;
  const input = list.map(({ flows }) => flows.flatMap((flow) => (typeof flow === 'number' ? [flow] : [])));
  return { input, judge: judge(list) };
}
