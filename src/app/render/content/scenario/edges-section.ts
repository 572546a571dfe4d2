import type { IsoDate } from '../../../../core/units.ts';
import { type Clip, type ClipCode, worstClips } from '../../../../portfolio/scenario/clip.ts';
import type { ScenarioReport } from '../../../scenario/scenario-report.ts';
import { fixed, listed, signedPercent } from '../../format.ts';
import { prose, type Section } from '../block.ts';
import { contractName } from './contract-name.ts';

/** What was done, once for all it was done to. */
const SAID: Readonly<Record<ClipCode, string>> = {
  'vix-held': "A replay would lead VIX out of the model's range, where it is held",
  'spx-beyond-record':
    'SPX moves further than history did often enough to tell: VIX is that of the largest move it tells of',
  'state-outside-grid':
    'A volatility factor lies outside the grid of SPX smiles, which have the shape of its edge (their level is exact)',
  'maturity-outside-grid':
    'Time left outside the grid of SPX smiles, 1 day to 2 years: the shape of its edge, in days',
  'strike-outside-grid':
    'Strike so far out that the premium goes on as a power of the strike, in standard deviations',
  'strike-outside-quotes':
    "Further from the money than today's quotes reach: the outermost one's ratio to the model is kept, in standard deviations (VIX: strike over future)",
  'beyond-vx-curve': 'Settles after the last quoted VX: its ratio to the model is kept, in years',
};

const FACTOR: Readonly<Record<string, string>> = { x: 'fast factor', y: 'slow factor' };

function shown({ code, subject, asked, used }: Clip, date: IsoDate): string {
  const write = (x: number): string => (code === 'spx-beyond-record' ? signedPercent(x, 1) : fixed(x, 2));
  const name = subject === undefined ? '' : `${FACTOR[subject] ?? contractName(subject, date)} `;
  return `${name}${write(asked)}, used ${write(used)}`;
}

/** Named one by one up to here; JSON has all. */
const NAMED = 3;

function some(items: readonly string[]): string {
  const rest = items.length - NAMED;
  return rest <= 1 ? listed(items) : listed([...items.slice(0, NAMED), `${rest} more`]);
}

/** Everything that was held at an edge instead of being extrapolated in silence, the worst of each. */
export function edgesSection(report: ScenarioReport): Section {
  const clips = worstClips([
    ...report.outcomes.flatMap(({ clipped }) => clipped),
    ...(report.grid?.clipped ?? []),
    ...(report.projection?.clipped ?? []),
  ]);
  const codes = [...new Set(clips.map(({ code }) => code))];
  const items = codes.map((code) => {
    const own = clips.filter((clip) => clip.code === code).map((clip) => shown(clip, report.date));
    return `${SAID[code]}: ${some(own)}.`;
  });
  return {
    id: 'edges',
    title: 'Held at an edge',
    note: 'the worst of all that is shown',
    blocks: [
      items.length === 0
        ? prose('Nothing: all of it lies inside the model and the quotes.')
        : { kind: 'list', items },
    ],
  };
}
