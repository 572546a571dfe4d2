import { describe, expect, it } from 'vitest';
import { scenarioEveningWith } from '../../../../test/fixtures/scenario-evening.ts';
import { condor, position } from '../../../../test/fixtures/scenario-market.ts';
import { isoDate } from '../../../core/dates.ts';
import { futureContract } from '../../../market/contract-registry.ts';
import { makeScenarioReport } from '../../scenario/make-scenario-report.ts';
import { readAsk, type ScenarioOptions } from '../../scenario/scenario-ask.ts';
import type { ScenarioReport } from '../../scenario/scenario-report.ts';
import { scenarioText } from './scenario-text.ts';
import { SHEET_WIDTH } from './sheet-text.ts';
import { columns } from './wrap.ts';

function report(
  options: ScenarioOptions,
  evening: Parameters<typeof scenarioEveningWith>[0] = {},
): ScenarioReport {
  const ask = readAsk(options);
  if (!ask.ok) throw new Error('ask');
  const wanted = { grid: options.grid === true, projection: options.project === true, lines: false };
  const made = makeScenarioReport(scenarioEveningWith(evening), ask.value, options, wanted);
  if (!made.ok) throw new Error(made.failure[0]?.what);
  return made.value;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

const REPORTS: readonly (readonly [string, ScenarioReport])[] = [
  ['a shock', report({ spx: '-8%', vix: '+20', grid: true })],
  ['an overview', report({ grid: true, project: true })],
  ['a replay', report({ replay: 'feb-2018' })],
  ['a preset', report({ spx: '-11.5%', preset: 'median' })],
  ['a map alone', report({ grid: true })],
  ['days ahead alone', report({ project: true })],
  [
    'a simulated market',
    report({ spx: '-8%', vix: '+20', grid: true, project: true }, { quotes: 'simulated' }),
  ],
  ['a book of condors alone', report({ spx: '-8%', vix: '+20', grid: true }, { positions: [condor(500)] })],
];

describe.each(REPORTS)('the note of %s', (_, made) => {
  const text = scenarioText(made);

  it('fits 100 columns in plain ASCII, with no trailing space', () => {
    expect(text.split('\n').filter((line) => columns(line) > SHEET_WIDTH || /\s$|\t/.test(line))).toEqual([]);
    expect([...text].filter((letter) => letter > '~' || (letter < ' ' && letter !== '\n'))).toEqual([]);
  });

  it('shows no NaN, no undefined, no null and no negative zero', () => {
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|-\$?0(?:\.0+)?(?![\d.])/);
  });

  it('says what is modelled and ends with the hashes and the not-advice line', () => {
    expect(text).toMatch(/MODELLED|no price here was ever traded/);
    for (const hash of Object.values(made.hashes)) expect(text).toContain(hash);
    expect(flat(text.replaceAll('SIMULATED', '')).trim()).toMatch(/Not advice\. .* what comes next\.$/);
  });
});

describe('a shock in words', () => {
  const [, made] = REPORTS[0] ?? ['', report({})];
  const text = flat(scenarioText(made));
  const [shock] = made.outcomes;

  it('says what the book, the core and the hedge do, and the share that is covered', () => {
    expect(text).toMatch(/SPX -8%, VIX \+20, at once: the book (?:loses|makes) \$[\d,]+, [\d.]+% of NAV\./);
    expect(text).toMatch(/The core loses \$[\d,]+ and the hedge makes \$[\d,]+ \(\d+% of it\)\./);
    expect(text).toMatch(/L1 hedge \+\$[\d,]+ \+\d+%/);
  });

  it('lists each leg with its worth now and then and what it rests on', () => {
    expect(text).toContain('-2 SPXW 18 Dec 6600P condor');
    expect(text).toContain('anchored: quoted forward, quoted smile');
    expect(text).toContain("+2 VIX 16 Jun '27 27.5C L3 hedge");
    expect(text).toContain('modelled: model VX, model vol');
    expect(text).toContain('6 of 7 legs anchored');
  });

  it('draws the map with signs, SPX across and VIX up', () => {
    const lines = scenarioText(made).split('\n');
    const head = lines.findIndex((line) => /VIX +-15% +-12\.5%/.test(line));
    expect(lines[head]).toMatch(/\+10%$/);
    expect(lines[head + 1]).toMatch(/^ +\+45 /);
    expect(lines[head + 21]).toMatch(/^ +-5 /);
    expect(lines[head + 22]).toMatch(/^ +likely .* 0 /);
    const today = lines[head + 19]?.trim().split(/\s+/) ?? [];
    expect([today[0], today[7]]).toEqual(['0', '0.0']);
    expect(shock?.total).toBeDefined();
  });

  it('says what was held at an edge, in words', () => {
    expect(text).toContain('HELD AT AN EDGE');
    expect(text).toMatch(
      /Settles after the last quoted VX: its ratio to the model is kept, in years: VIX 16 Jun '27/,
    );
  });
});

describe('other questions in words', () => {
  const note = (options: ScenarioOptions, evening: Parameters<typeof report>[1] = {}) =>
    flat(scenarioText(report(options, evening)));

  it('warn that VX was understated in February 2018, and that a storm from stress is too mild', () => {
    expect(note({ replay: 'feb-2018' })).toContain(
      'Feb 2018: VX rose as far as VIX then, which no state of the model shows: the front of the hedge gained more than this',
    );
    expect(note({ replay: 'mar-2020' })).toContain(
      'Mar 2020: VIX was above 20 when that began: its rise is too mild for the calm of today (worst day).',
    );
  });

  it('say how often history saw a preset, and where its record ends', () => {
    const text = note({ spx: '-11.5%', preset: 'median' });
    expect(text).toMatch(/5 windows in 3 separate episodes, too few for more than an anecdote/);
    expect(text).toContain('-11.5%, used -10.9%');
  });

  it('say that October 1987 needs a VIX', () => {
    expect(note({})).toContain('`alvh scenario --replay oct-1987 --vix +100%` says what VIX shall do.');
  });

  it('say whose book it is', () => {
    expect(note({})).toContain("The book of your home folder, before today's orders.");
  });

  it('keep what is neither condor nor hedge apart', () => {
    const vx = position('vx', 'other', [
      { contract: futureContract('VX', isoDate('2026-12-16')), quantity: 1 },
    ]);
    const text = note({ spx: '-8%', vix: '+20' }, { positions: [condor(1), vx] });
    expect(text).toMatch(/The core loses \$[\d,]+ and the rest makes \$[\d,]+\./);
  });

  it('do not speak of a core or a hedge that is not there', () => {
    expect(note({ vix: '+5' }, { positions: [condor(1)] })).toContain('There is no hedge in it.');
  });

  it('mark every line with a number when nothing was ever traded', () => {
    const text = scenarioText(report({ grid: true }, { quotes: 'simulated' }));
    expect(text.split('\n').filter((line) => /\d/.test(line) && !line.startsWith('SIMULATED'))).toEqual([]);
  });
});
