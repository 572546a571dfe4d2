import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayNumber, isoDate } from '../../src/core/dates.ts';
import { irr } from '../../src/quant/finance/irr.ts';
import { xirr } from '../../src/quant/finance/xirr.ts';
import { relativeError, type Worst, worstOf } from './vectors.ts';

/** A reference stream: flows one period apart, or dated. */
type ReferenceStream =
  | ({ readonly kind: 'irr'; readonly name: string; readonly flows: readonly number[] } & Reference)
  | ({ readonly kind: 'xirr'; readonly name: string; readonly flows: readonly DatedFlow[] } & Reference);

type DatedFlow = readonly [date: string, amount: number];

interface Reference {
  /** 25 digits. */
  readonly irr: string;
  /** As another tool prints it, `8.7%` or `0.373362535`; null where none does. */
  readonly published: string | null;
}

const streams = (root: string): readonly ReferenceStream[] =>
  JSON.parse(readFileSync(join(root, 'vectors', 'irr_xirr.json'), 'utf8')) as ReferenceStream[];

function rateOf(stream: ReferenceStream): number {
  const solved =
    stream.kind === 'irr'
      ? irr(stream.flows)
      : xirr(
          stream.flows.map(([, amount]) => amount),
          stream.flows.map(([date]) => dayNumber(isoDate(date))),
        );
  return solved.ok ? solved.value.rate : Number.NaN;
}

/** Worst relative error of IRR and XIRR against the reference streams; one without a rate counts as infinite. */
export const financeError = (root: string): Worst =>
  worstOf(
    streams(root).map((stream) => ({
      error: relativeError(rateOf(stream), Number(stream.irr)),
      at: `${stream.kind} ${stream.name}`,
    })),
  );

/** A printed rate and half a unit of its last digit. */
function printed(text: string): { readonly rate: number; readonly rounding: number } {
  const scale = text.endsWith('%') ? 100 : 1;
  const digits = text.replace('%', '').split('.')[1]?.length ?? 0;
  return { rate: Number.parseFloat(text) / scale, rounding: (0.5 * 10 ** -digits) / scale };
}

/** The most any published rate differs from ours beyond the rounding it was printed with: the tool's own error. */
export function publishedGap(root: string): number {
  const gaps = streams(root).map((stream) => {
    if (stream.published === null) return 0;
    const { rate, rounding } = printed(stream.published);
    return Math.max(Math.abs(rate - rateOf(stream)) - rounding, 0);
  });
  return Math.max(...gaps);
}
