import { closest } from '../../core/closest.ts';
import type { Problem } from '../../core/problem.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Horizon } from '../../portfolio/scenario/conditional-vix-table.ts';
import { SHOCK_RANGE } from '../../portfolio/scenario/joint-shock.ts';
import type { PresetName } from '../../portfolio/scenario/preset-shock.ts';
import type { VixMove } from './scenario-ask.ts';

type Read<T> = Result<T, readonly Problem[]>;

const refuse = (field: string, value: string, what: string, fix: string) =>
  fail([{ kind: 'usage', field, value, what, fix }] as const);

/** A sign, digits, perhaps a percent sign; the minus of a page counts as one too. */
const NUMBER = /^([+\u2212-]?)(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/;

interface Typed {
  readonly value: number;
  readonly isSigned: boolean;
  readonly isPercent: boolean;
}

function typed(text: string): Typed | undefined {
  const [, sign, digits, percent] = NUMBER.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const size = Number(digits);
  return {
    value: (sign === '' || sign === '+' ? size : -size) + 0,
    isSigned: sign !== '',
    isPercent: percent === '%',
  };
}

/** `-8%`: percent, so that -8 and -0.08 cannot be taken for each other. */
export function readSpxMove(text: string): Read<number> {
  const read = typed(text);
  if (read === undefined || !(read.isPercent || read.value === 0))
    return refuse('--spx', text, 'is not a move in percent', 'write it as --spx -8%');
  if (!(read.isSigned || read.value === 0))
    return refuse(
      '--spx',
      text,
      'has no sign, so up or down is a guess',
      `write --spx -${text} or --spx +${text}`,
    );
  const { lowest, highest } = SHOCK_RANGE.spx;
  const move = read.value / 100;
  if (!(move >= lowest && move <= highest))
    return refuse('--spx', text, 'lies outside -60% to +50%', 'ask for a move in that range');
  return ok(move);
}

/** `+20` points, `+120%` of where it is, `0`. */
export function readVixMove(text: string): Read<VixMove> {
  const read = typed(text);
  if (read === undefined)
    return refuse(
      '--vix',
      text,
      'is no change of VIX',
      'write --vix +20 for points or --vix +120% for a share',
    );
  if (!(read.isSigned || read.value === 0))
    return refuse(
      '--vix',
      text,
      'has no sign: it could be a level or a change',
      `write --vix +${text} for a rise by so much`,
    );
  return ok(
    read.isPercent ? { kind: 'relative', share: read.value / 100 } : { kind: 'points', points: read.value },
  );
}

export function readPower(text: string): Read<number> {
  const read = typed(text);
  const { lowest, highest } = SHOCK_RANGE.slope;
  if (read === undefined || read.isPercent || !(read.value >= lowest && read.value <= highest))
    return refuse(
      '--slope',
      text,
      `is no power from ${lowest} to ${highest}`,
      'history says --slope 0.6 to 0.8',
    );
  return ok(read.value);
}

export function readDays(text: string): Read<number> {
  const days = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const { lowest, highest } = SHOCK_RANGE.days;
  if (!(days >= lowest && days <= highest))
    return refuse(
      '--days',
      text,
      `is no whole number of calendar days from ${lowest} to ${highest}`,
      'write --days 7, or 0 for at once',
    );
  return ok(days);
}

const HORIZONS: readonly Horizon[] = [1, 5, 21];

export function readSessions(text: string): Read<Horizon> {
  const found = HORIZONS.find((sessions) => String(sessions) === text.trim());
  return found === undefined
    ? refuse('--sessions', text, 'is not 1, 5 or 21', 'history was measured over those: take the nearest')
    : ok(found);
}

/** Names of presets, and what they stand for. The worst decile is that of whoever is short volatility. */
const PRESETS: Readonly<Record<string, PresetName>> = {
  median: 'median',
  'worst-decile': 'p90',
  p10: 'p10',
  p90: 'p90',
  model: 'model',
};

export function readPreset(text: string): Read<PresetName> {
  const found = Object.hasOwn(PRESETS, text) ? PRESETS[text] : undefined;
  if (found !== undefined) return ok(found);
  const known = Object.keys(PRESETS);
  const meant = closest(text, known);
  return refuse(
    '--preset',
    text,
    `is not ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`,
    meant === undefined ? 'take one of those' : `write ${meant}`,
  );
}
