import type { Problem } from '../../core/problem.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Horizon } from '../../portfolio/scenario/conditional-vix-table.ts';
import type { PresetName } from '../../portfolio/scenario/preset-shock.ts';
import { replayNamed } from '../../portfolio/scenario/replays.ts';
import { readDays, readPower, readPreset, readSessions, readSpxMove, readVixMove } from './read-option.ts';

/** A change of VIX: in points, or relative to where it is (decimal). */
export type VixMove =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'relative'; readonly share: number };

/** What is asked, as typed on a command line or in a query. */
export interface ScenarioOptions {
  readonly spx?: string;
  readonly vix?: string;
  readonly slope?: string;
  readonly days?: string;
  readonly preset?: string;
  readonly sessions?: string;
  readonly replay?: string;
  readonly stage?: string;
  readonly grid?: boolean;
  readonly project?: boolean;
}

/** The shocks to lay on the book. */
export type ScenarioAsk =
  /** Nothing was asked: the plan's sizing scenario and the peak of every replay. */
  | { readonly kind: 'overview' }
  /** Only a map or a projection was asked. */
  | { readonly kind: 'none'; readonly days: number }
  | {
      readonly kind: 'shock';
      readonly spx: number;
      readonly vix: VixMove;
      readonly slope?: number;
      readonly days: number;
    }
  | {
      readonly kind: 'preset';
      readonly preset: PresetName;
      readonly spx: number;
      readonly sessions: Horizon;
      readonly days?: number;
    }
  | { readonly kind: 'replay'; readonly replay: string; readonly stage?: string; readonly vix?: VixMove };

/** Sessions a move is taken to last where that is not said: long enough for history to hold large ones. */
const SESSIONS: Horizon = 5;

type Problems = readonly Problem[];
const usage = (field: string, what: string, fix: string): Problems => [{ kind: 'usage', field, what, fix }];

/** True for a storm since VIX was published. */
function bringsVix(replay: string): boolean {
  const known = replayNamed(replay);
  return known.ok && known.value.stages.every(({ lnVix }) => lnVix !== undefined);
}

/** Options that make no sense beside each other, by the first that rules the other out. */
function conflict(options: ScenarioOptions): Problems | undefined {
  const { spx, vix, slope, days, preset, sessions, replay, stage } = options;
  const given = { '--spx': spx, '--vix': vix, '--slope': slope, '--days': days, '--preset': preset };
  if (replay !== undefined) {
    const beside = (['--spx', '--slope', '--days', '--preset'] as const).find(
      (name) => given[name] !== undefined,
    );
    if (vix !== undefined && bringsVix(replay))
      return usage('--vix', 'does not go with that replay, which brings its own', 'leave --vix out');
    if (beside !== undefined)
      return usage(
        beside,
        'does not go with --replay, which brings its own moves and days',
        `leave ${beside} out`,
      );
  }
  if (stage !== undefined && replay === undefined)
    return usage('--stage', 'is a part of a replay, and none is named', 'add --replay mar-2020');
  if (sessions !== undefined && preset === undefined)
    return usage(
      '--sessions',
      'belongs to a preset, and none is named',
      'add --preset median, or use --days',
    );
  if (preset !== undefined && vix !== undefined)
    return usage('--vix', 'does not go with --preset, which says what VIX does', 'leave one of the two out');
  if (preset !== undefined && spx === undefined)
    return usage('--preset', 'needs a move of SPX to follow', 'add --spx -5%');
  if (slope !== undefined && vix === undefined)
    return usage('--slope', 'says how VIX3M follows VIX, and VIX is not moved', 'add --vix +20');
  return undefined;
}

/** A value read, or absent; the first failure of several ends the reading. */
type Read<T> = Result<T | undefined, Problems>;
const maybe = <T>(text: string | undefined, read: (text: string) => Result<T, Problems>): Read<T> =>
  text === undefined ? ok(undefined) : read(text);

function presetAsk(
  options: ScenarioOptions,
  spx: number,
  days: number | undefined,
): Result<ScenarioAsk, Problems> {
  const preset = readPreset(options.preset ?? 'model');
  if (!preset.ok) return preset;
  const sessions = maybe(options.sessions, readSessions);
  if (!sessions.ok) return sessions;
  return ok({
    kind: 'preset',
    preset: preset.value,
    spx,
    sessions: sessions.value ?? SESSIONS,
    ...(days === undefined ? {} : { days }),
  });
}

function replayAsk({ replay = '', stage }: ScenarioOptions, vix: VixMove | undefined): ScenarioAsk {
  return {
    kind: 'replay',
    replay,
    ...(stage === undefined ? {} : { stage }),
    ...(vix === undefined ? {} : { vix }),
  };
}

/**
 * Reads what was asked. A move of SPX without one of VIX does not leave VIX where it is: it moves as the model expects; who
 * wants it unmoved says `--vix 0`.
 *
 * @returns the first thing wrong: its option, what was given and what may be
 */
export function readAsk(options: ScenarioOptions): Result<ScenarioAsk, Problems> {
  const wrong = conflict(options);
  if (wrong !== undefined) return fail(wrong);
  const spx = maybe(options.spx, readSpxMove);
  if (!spx.ok) return spx;
  const vix = maybe(options.vix, readVixMove);
  if (!vix.ok) return vix;
  const slope = maybe(options.slope, readPower);
  if (!slope.ok) return slope;
  const days = maybe(options.days, readDays);
  if (!days.ok) return days;
  if (options.replay !== undefined) return ok(replayAsk(options, vix.value));
  if (options.preset !== undefined) return presetAsk(options, spx.value ?? 0, days.value);
  if (spx.value !== undefined && vix.value === undefined)
    return presetAsk(options, spx.value, days.value ?? 0);
  if (vix.value !== undefined)
    return ok({
      kind: 'shock',
      spx: spx.value ?? 0,
      vix: vix.value,
      ...(slope.value === undefined ? {} : { slope: slope.value }),
      days: days.value ?? 0,
    });
  if (options.grid === true || options.project === true) return ok({ kind: 'none', days: days.value ?? 0 });
  return days.value === undefined
    ? ok({ kind: 'overview' })
    : ok({ kind: 'shock', spx: 0, vix: { kind: 'points', points: 0 }, days: days.value });
}
