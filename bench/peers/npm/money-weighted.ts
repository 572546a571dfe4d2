import { peerFunction, peerLabel, peerModule } from '../load-peer.ts';
import { type Peer, put, rowByRow } from '../peer.ts';

/** Money in and out, on dates. */
export interface DatedFlow {
  /** ISO date. */
  readonly date: string;
  /** Negative is paid in. */
  readonly amount: number;
}

export type Xirr = (
  flows: readonly { readonly amount: number; readonly when: Date }[],
  settings?: { readonly guess?: number },
) => number;

export interface FinancialPackage {
  readonly irr: (
    flows: readonly number[],
    guess?: number,
    tolerance?: number,
    maxIterations?: number,
  ) => number;
}

export const loadXirr = (): Promise<Xirr> => peerFunction<Xirr>('xirr');
export const loadFinancial = (): Promise<FinancialPackage> =>
  peerModule<FinancialPackage>('financial', ['irr']);

/** What `xirr` reads: it floors instants to UTC days. */
export const xirrFlows = (
  flows: readonly DatedFlow[],
): readonly { readonly amount: number; readonly when: Date }[] =>
  flows.map(({ date, amount }) => ({ amount, when: new Date(`${date}T00:00:00Z`) }));

/** An item is one rate; NaN where the package throws. */
export async function xirrPeer(): Promise<Peer<readonly (readonly DatedFlow[])[]>> {
  const xirr = await loadXirr();
  return {
    name: peerLabel('xirr'),
    note: "Newton's method from the total return",
    start: (cases) => {
      const prepared = cases.map(xirrFlows);
      return rowByRow(cases.length, 1, (row, out) => {
        put(out, row, [orNaN(() => xirr(prepared[row] ?? []))]);
      });
    },
  };
}

/** Flows one period apart. */
export async function financialPeer(): Promise<Peer<readonly (readonly number[])[]>> {
  const { irr } = await loadFinancial();
  return {
    name: peerLabel('financial'),
    note: "Newton's method from 10 %",
    start: (cases) =>
      rowByRow(cases.length, 1, (row, out) => {
        put(out, row, [orNaN(() => irr(cases[row] ?? []))]);
      }),
  };
}

function orNaN(compute: () => number): number {
  try {
    return compute();
  } catch {
    return Number.NaN;
  }
}
