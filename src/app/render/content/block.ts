import type { QuoteKind } from '../../../market/chain.ts';

/** What a figure means to the eye; the terminal ignores it, the page colours by it. Sign and word always say it too. */
export type Tone =
  | 'gain'
  | 'loss'
  | 'warn'
  | 'benign'
  | 'adverse'
  | 'muted'
  | 'strong'
  | 'core'
  | 'hedge'
  | 'net';

/** One span of a bar, drawn on `row` 0 (upper) or 1 (lower). */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
  readonly row: 0 | 1;
}

/** A small bar in a table cell. Every bar of one column has the same `low` and `high`. */
export interface Bar {
  readonly low: number;
  readonly high: number;
  readonly spans: readonly Span[];
  /** Where to draw a tick besides zero. */
  readonly tick?: number;
}

export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
  /** A second line on the page; the terminal has a column for it. */
  readonly sub?: string;
  /** A second line on a narrow page only, for what a minor column shows elsewhere. */
  readonly narrowSub?: string;
  readonly bar?: Bar;
  /** Tint of a heat map on the page, -1 for the largest loss to +1 for the largest gain; the sign is in the text. */
  readonly heat?: number;
  /** A cell of a heat map that is set off on the page: today, the scenario shown in full, the likeliest. */
  readonly mark?: 'now' | 'shown' | 'likely';
  /** Monospaced: contract symbols, hashes, file names. */
  readonly code?: boolean;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Takes the room left over, and wraps. */
  readonly wraps?: boolean;
  /** `page`: bars, which a terminal cannot draw; `note`: what the page shows as the second line of another cell. */
  readonly only?: 'page' | 'note';
  /** Left out on a narrow page. */
  readonly minor?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly tone?: Tone;
}

/** `figures` are the few one came for, `facts` the rest. */
export interface Facts {
  readonly kind: 'figures' | 'facts';
  readonly facts: readonly Fact[];
}

export interface Prose {
  readonly kind: 'prose';
  readonly lines: readonly string[];
  readonly tone?: Tone;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly string[];
}

export type Block = Table | Facts | Prose | List;

/** One card of the page, one paragraph group of the note. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** Where the numbers come from, when it is worth saying on the card itself. */
  readonly provenance?: QuoteKind;
  readonly blocks: readonly Block[];
}

export const cell = (text: string, tone?: Tone): Cell => (tone === undefined ? { text } : { text, tone });
export const left = (title: string, extra: Partial<Column> = {}): Column => ({
  title,
  align: 'left',
  ...extra,
});
export const right = (title: string, extra: Partial<Column> = {}): Column => ({
  title,
  align: 'right',
  ...extra,
});
export const prose = (...lines: readonly string[]): Prose => ({ kind: 'prose', lines });
