import type { IsoDate } from '../core/units.ts';
import {
  calmBorders,
  elevatedBorders,
  exitBorders,
  METHOD_BORDERS,
  type RegimeBorders,
  type RegimeInputs,
  recoveryBorders,
  stressBorders,
} from './regime-borders.ts';
import type { Regime, RegimeBorder, RegimeLabel, RegimeMemory } from './regime-types.ts';

/** From the worst down, the order the map is read in. */
const SEVERITY: readonly RegimeLabel[] = ['STRESS', 'RECOVERY', 'ELEVATED', 'NORMAL', 'CALM'];
const isCalmer = (a: RegimeLabel, b: RegimeLabel): boolean => SEVERITY.indexOf(a) > SEVERITY.indexOf(b);

const any = (borders: readonly RegimeBorder[]): boolean => borders.some(({ crossed }) => crossed);
const both = (borders: readonly RegimeBorder[]): boolean =>
  borders.length === 2 && borders.every(({ crossed }) => crossed);

/** Sessions since STRESS was in force, were it not in force today; undefined when it never was. */
function sinceStress(memory: RegimeMemory | undefined): number | undefined {
  if (memory === undefined) return undefined;
  if (memory.label === 'STRESS') return 1;
  return memory.sessionsSinceStress === undefined ? undefined : memory.sessionsSinceStress + 1;
}

/** Without VIX nothing calmer than ELEVATED is claimed: what cannot be seen is not quiet. */
function quietLabel(inputs: RegimeInputs, borders: RegimeBorders): RegimeLabel {
  if (inputs.vix === undefined || any(elevatedBorders(inputs, borders))) return 'ELEVATED';
  return both(calmBorders(inputs, borders)) ? 'CALM' : 'NORMAL';
}

function rawLabel(
  inputs: RegimeInputs,
  memory: RegimeMemory | undefined,
  borders: RegimeBorders,
): RegimeLabel {
  if (any(stressBorders(inputs, borders))) return 'STRESS';
  const since = sinceStress(memory);
  const stressIsNear = since !== undefined && since <= borders.recovery.stressWithinSessions;
  if (stressIsNear && both(recoveryBorders(inputs, borders))) return 'RECOVERY';
  return quietLabel(inputs, borders);
}

interface Step {
  readonly label: RegimeLabel;
  readonly exitStreak: number;
  readonly note: string;
}

/**
 * RECOVERY runs its term: VIX against its own maximum says when it begins, not when it ends. The term is the stated
 * number of sessions, and in any case over when STRESS no longer lies near.
 */
function stepFromRecovery(
  raw: RegimeLabel,
  memory: RegimeMemory,
  inputs: RegimeInputs,
  borders: RegimeBorders,
): Step {
  const { maxSessions, stressWithinSessions } = borders.recovery;
  if (raw === 'STRESS') return { label: raw, exitStreak: 0, note: 'RECOVERY ended by new STRESS' };
  const nearStress = stressWithinSessions - (sinceStress(memory) ?? 0);
  const left = Math.min(maxSessions - memory.sessionsInRecovery - 1, nearStress);
  if (left >= 0)
    return { label: 'RECOVERY', exitStreak: 0, note: `RECOVERY has ${left} sessions left after this one` };
  return { label: quietLabel(inputs, borders), exitStreak: 0, note: 'RECOVERY ran its term' };
}

function step(raw: RegimeLabel, memory: RegimeMemory, inputs: RegimeInputs, borders: RegimeBorders): Step {
  const { label } = memory;
  if (label === 'RECOVERY') return stepFromRecovery(raw, memory, inputs, borders);
  if (label === raw) return { label, exitStreak: 0, note: `the numbers say ${raw}, as before` };
  if (!isCalmer(raw, label))
    return { label: raw, exitStreak: 0, note: `${label} gave way to ${raw} at once` };
  const { closes } = borders.exit;
  const exitStreak = any(exitBorders(label, inputs, borders)) ? 0 : memory.exitStreak + 1;
  if (exitStreak >= closes) {
    return {
      label: raw,
      exitStreak: 0,
      note: `${label} left: ${closes} closes in a row beyond its exit borders`,
    };
  }
  return {
    label,
    exitStreak,
    note: `${label} stays: ${exitStreak} of ${closes} closes beyond its exit borders`,
  };
}

/** Every border the label was decided by; those that keep it in force only where the numbers alone say calmer. */
function bordersShown(
  inputs: RegimeInputs,
  { label, raw, borders }: Pick<Regime, 'label' | 'raw'> & { readonly borders: RegimeBorders },
): readonly RegimeBorder[] {
  return [
    ...stressBorders(inputs, borders),
    ...recoveryBorders(inputs, borders),
    ...elevatedBorders(inputs, borders),
    ...calmBorders(inputs, borders),
    ...(isCalmer(raw, label) ? exitBorders(label, inputs, borders) : []),
  ];
}

/**
 * The regime of one close, with hysteresis (methodology 3.4, resolution 4 of 3.0).
 *
 * Read from the worst down: STRESS, RECOVERY, ELEVATED, NORMAL, CALM. A worse label comes in at once; a calmer one
 * only after two closes in a row beyond the exit borders of the label in force. RECOVERY needs STRESS already left,
 * comes before the calmer labels, and ends after 20 sessions or with new STRESS.
 *
 * @param inputs  the numbers of the close; absent ones cross no border
 * @param memory  what the session before left behind; absent on the first day, which then has no hysteresis
 */
export function classifyRegime(
  inputs: RegimeInputs,
  memory: RegimeMemory | undefined,
  session: IsoDate,
  borders: RegimeBorders = METHOD_BORDERS,
): Regime {
  const raw = rawLabel(inputs, memory, borders);
  const first: Step = { label: raw, exitStreak: 0, note: 'first session: no hysteresis' };
  const { label, exitStreak, note } = memory === undefined ? first : step(raw, memory, inputs, borders);
  const since = label === 'STRESS' ? 0 : sinceStress(memory);
  const inRecovery = memory?.label === 'RECOVERY' ? memory.sessionsInRecovery : 0;
  return {
    label,
    raw,
    borders: bordersShown(inputs, { label, raw, borders }),
    note:
      inputs.vix === undefined ? `VIX is not known, nothing calmer than ELEVATED is claimed; ${note}` : note,
    memory: {
      session,
      label,
      exitStreak,
      ...(since === undefined || since > borders.recovery.stressWithinSessions
        ? {}
        : { sessionsSinceStress: since }),
      sessionsInRecovery: label === 'RECOVERY' ? inRecovery + 1 : 0,
    },
  };
}
