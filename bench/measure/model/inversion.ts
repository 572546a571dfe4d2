import type { IsoDate } from '../../../src/core/units.ts';
import { type SessionState, sessionState } from '../../../src/model/history/session-state.ts';
import { jointModel } from '../../../src/model/joint-model.ts';
import { SPECIFIED_MODEL } from '../../../src/model/two-factor.ts';
import { varianceWindow, volIndexAt } from '../../../src/model/variance-window.ts';
import { volState } from '../../../src/model/vol-state.ts';
import { historyOfCloses } from './history-of-closes.ts';
import { indexHistory } from './index-history.ts';

/** A factor where it lay furthest out. */
interface Extreme {
  readonly value: number;
  readonly session: IsoDate;
}

/** VIX and VIX3M of every session turned into factors. */
export interface Inversion {
  readonly sessions: number;
  readonly withoutVix: number;
  readonly states: readonly SessionState[];
  readonly failures: readonly string[];
  /** Largest |ln| of either index the factors show over the one they were solved from. */
  readonly largestError: number;
  readonly proxied: number;
  /** Sessions whose factors lie outside the smile grid. */
  readonly outside: readonly SessionState[];
  readonly extremes: Readonly<Record<'lowX' | 'highX' | 'lowY' | 'highY', Extreme>>;
}

function extremesOf(states: readonly SessionState[]): Inversion['extremes'] {
  const most = (of: (one: SessionState) => number): SessionState =>
    states.reduce((a, b) => (of(b) > of(a) ? b : a));
  const extreme = (factor: 'x' | 'y', sign: 1 | -1): Extreme => {
    const { session, state } = most((one) => sign * one.state[factor]);
    return { value: state[factor], session };
  };
  return {
    lowX: extreme('x', -1),
    highX: extreme('x', 1),
    lowY: extreme('y', -1),
    highY: extreme('y', 1),
  };
}

export async function measureInversion(root: string): Promise<Inversion> {
  const history = await indexHistory(root);
  const past = historyOfCloses(history);
  const model = jointModel();
  const states: SessionState[] = [];
  const failures: string[] = [];
  let withoutVix = 0;
  let largestError = 0;
  for (const session of history.sessions) {
    const found = sessionState(model, past, session);
    if (!found.ok) {
      if (found.failure.code === 'no-vix') withoutVix += 1;
      else failures.push(`${session}: ${found.failure.detail}`);
      continue;
    }
    const { state, vix, vix3m } = found.value;
    states.push(found.value);
    for (const [window, level] of [
      [model.vix, vix],
      [model.vix3m, vix3m],
    ] as const)
      largestError = Math.max(largestError, Math.abs(Math.log(volIndexAt(window, state.x, state.y) / level)));
  }
  return {
    sessions: history.sessions.length,
    withoutVix,
    states,
    failures,
    largestError,
    proxied: states.filter(({ tags }) => tags.vix3m === 'proxied').length,
    outside: states.filter(({ tags }) => tags.isClipped),
    extremes: extremesOf(states),
  };
}

/** market-model.md 9 D: VIX, VIX3M and the factors to six digits. */
const PUBLISHED = [
  [14, 16.2, -0.360529, -0.882738],
  [20, 21.5, 0.248296, -0.247808],
  [35, 31, 1.44531, 0.228149],
  [82.69, 72.98, 0.634608, 2.49212],
] as const;
/** Nodes of the average the published factors were made with. */
const HERMITE = 12;

/** Largest distance of a factor from the published one, of the model as specified. */
export function largestGapToPublished(): number {
  const [short, long] = [30, 93].map((days) => varianceWindow(SPECIFIED_MODEL, days, HERMITE));
  if (short === undefined || long === undefined) return Number.NaN;
  const gaps = PUBLISHED.map(([vix, vix3m, x, y]) => {
    const found = volState(short, long, vix, vix3m);
    return found.ok
      ? Math.max(Math.abs(found.value.x - x), Math.abs(found.value.y - y))
      : Number.POSITIVE_INFINITY;
  });
  return Math.max(...gaps);
}
