import { closest } from '../../core/closest.ts';
import type { Problem } from '../../core/problem.ts';
import type { LegRefused, ScenarioFailure, ShockOutside } from '../../portfolio/scenario/scenario-failure.ts';
import { fixed, listed, signed, signedPercent } from '../render/format.ts';

/** What was typed, to be quoted back; and today's VIX, to say a level as a change. */
export interface Asked {
  readonly spx?: string;
  readonly vix?: string;
  readonly preset?: string;
  readonly replay?: string;
  readonly stage?: string;
  readonly slope?: string;
  readonly days?: string;
  readonly today: { readonly vix: number; readonly session: string };
}

interface Parts {
  readonly field: string;
  readonly value: string | undefined;
  readonly what: string;
  readonly fix: string;
}

const usage = ({ field, value, what, fix }: Parts): Problem => ({
  kind: 'usage',
  field,
  ...(value === undefined ? {} : { value }),
  what,
  fix,
});

/** Edges are rounded inwards, so that what is advised is allowed. */
const inward = (low: number, high: number, decimals: number): readonly [number, number] => {
  const unit = 10 ** decimals;
  return [Math.ceil(low * unit) / unit, Math.floor(high * unit) / unit];
};

function outside({ code, asked, lowest, highest }: ShockOutside, typed: Asked): Problem {
  switch (code) {
    case 'spx-outside': {
      const [low, high] = inward(100 * lowest, 100 * highest, 1);
      const range = `${signed(low, 1)}% to ${signed(high, 1)}%`;
      return usage({
        field: '--spx',
        value: typed.spx,
        what: `lies outside what can be answered here, ${range}`,
        fix:
          typed.vix === undefined
            ? 'ask for a move in that range, or say what VIX does with --vix'
            : 'ask for a move in that range',
      });
    }
    case 'vix-outside': {
      const { vix } = typed.today;
      const [low, high] = inward(lowest - vix, highest - vix, 1);
      return usage({
        field: '--vix',
        value: typed.vix,
        what: `would put VIX at ${fixed(asked, 2)}; from ${fixed(vix, 2)} the model reaches ${fixed(lowest, 1)} to ${fixed(highest, 1)}`,
        fix: `ask for a change of ${signed(low, 1)} to ${signed(high, 1)} points`,
      });
    }
    case 'vix3m-outside':
      return usage({
        field: '--vix',
        value: typed.vix,
        what: `leaves VIX3M at ${fixed(asked, 2)}, and beside that VIX the model shows ${fixed(lowest, 1)} to ${fixed(highest, 1)}`,
        fix: 'ask for a smaller change, or another --slope',
      });
    case 'days-outside':
      return usage({
        field: '--days',
        value: typed.days,
        what: `lies outside ${lowest} to ${highest}`,
        fix: 'ask for a number of days in that range',
      });
    case 'slope-outside':
      return usage({
        field: '--slope',
        value: typed.slope,
        what: `lies outside ${lowest} to ${highest}`,
        fix: 'ask for a power in that range',
      });
  }
}

const LEG_WHAT: Readonly<Record<LegRefused['code'], (leg: LegRefused) => string>> = {
  'not-modelled': () => 'is not on SPX, XSP or VIX, and the model prices nothing else',
  expired: () => 'had settled when the quotes were taken',
  'too-long': ({ years, longest }) =>
    `settles in ${fixed(years, 1)} years; the model reaches ${fixed(longest, 0)}`,
};

const LEG_FIX: Readonly<Record<LegRefused['code'], string>> = {
  'not-modelled': 'leave it out of the list you give to `alvh book import`',
  expired: 'import the book as it is now with `alvh book import FILE`, or ask for an earlier --date',
  'too-long': 'leave it out of the list you give to `alvh book import`',
};

/** A refusal of the engine as a line for the person who asked. */
export function scenarioProblem(failure: ScenarioFailure, typed: Asked): Problem {
  switch (failure.code) {
    case 'no-start':
      return {
        kind: 'data',
        field: '--date',
        value: typed.today.session,
        what: `closed with VIX ${fixed(failure.vix, 2)} and VIX3M ${fixed(failure.vix3m, 2)}, which no state of the model shows; the nearest is ${fixed(failure.nearest.vix, 2)} and ${fixed(failure.nearest.vix3m, 2)}`,
        fix: 'check both closes with `alvh data passport`, or ask for another --date',
      };
    case 'not-modelled':
    case 'expired':
    case 'too-long':
      return {
        kind: 'data',
        field: `position ${failure.position}`,
        value: failure.symbol,
        what: LEG_WHAT[failure.code](failure),
        fix: LEG_FIX[failure.code],
      };
    case 'start-outside':
      return usage({
        field: '--preset',
        value: typed.preset,
        what: `was measured from a VIX of ${failure.lowest} to ${failure.highest}, and VIX is ${fixed(failure.vix, 2)}`,
        fix: 'take --preset model, or say what VIX does with --vix',
      });
    case 'move-outside':
      return usage({
        field: '--spx',
        value: typed.spx,
        what: `is larger than any move over those sessions on record, ${signedPercent(failure.lowest)} to ${signedPercent(failure.highest)}`,
        fix: 'ask for a smaller move or more --sessions, or take --preset model',
      });
    case 'no-such-replay': {
      const meant = closest(failure.asked, failure.known);
      return usage({
        field: '--replay',
        value: failure.asked,
        what: `is none of ${listed(failure.known)}`,
        fix: meant === undefined ? 'take one of those' : `write ${meant}`,
      });
    }
    case 'no-such-stage':
      return usage({
        field: '--stage',
        value: failure.asked,
        what: `is no stage of ${failure.replay}, which has ${listed(failure.known)}`,
        fix: 'take one of those, or leave --stage out for all',
      });
    case 'index-only':
      return usage({
        field: '--replay',
        value: failure.replay,
        what: 'is known for the index only: VIX did not exist',
        fix: 'say what VIX shall do beside it, such as --vix +100%',
      });
    default:
      return outside(failure, typed);
  }
}
