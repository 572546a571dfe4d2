import type { OutcomeView, ScenarioReport } from '../../../scenario/scenario-report.ts';
import { money, percent, signedPercent } from '../../format.ts';
import { type Bar, type Cell, cell, left, prose, right, type Section } from '../block.ts';
import { purposeName } from '../order-name.ts';
import { moneyCell, provenanceOf } from './scenario-cells.ts';
import { shockSentence } from './shock-name.ts';

type Layer = OutcomeView['layers'][number];

const isHedge = ({ purpose }: Layer): boolean => purpose.startsWith('hedge.');

function barOf({ pnl }: Layer, low: number, high: number): Bar {
  return { low, high, spans: [{ from: 0, to: pnl, tone: pnl < 0 ? 'loss' : 'gain', row: 0 }] };
}

function row(layer: Layer, nav: number, low: number, high: number): readonly Cell[] {
  const { purpose, pnl, shareOfCoreLoss } = layer;
  return [
    cell(purposeName(purpose), 'strong'),
    moneyCell(pnl),
    cell(shareOfCoreLoss === undefined ? '' : signedPercent(shareOfCoreLoss, 0)),
    cell(signedPercent(nav > 0 ? pnl / nav : 0, 2), 'muted'),
    { text: '', bar: barOf(layer, low, high) },
  ];
}

/** What the hedge is worth in the scenario, in words. */
function sentence({ core, hedge, layers }: OutcomeView): string {
  const hedges = layers.filter(isHedge);
  if (hedges.length === 0) return 'No hedge is held: the core stands alone.';
  if (!layers.some(({ purpose }) => purpose === 'condor'))
    return 'There is no core for the hedge to protect.';
  if (core >= 0)
    return hedge < 0
      ? `The core does not lose; the hedge gives up ${money(-hedge)}.`
      : 'The core does not lose, and neither does the hedge.';
  if (hedge <= 0)
    return `The hedge does not pay: it loses ${money(-hedge)} beside the core's ${money(-core)}.`;
  return `The hedge makes up for ${percent(hedge / -core, 0)} of the ${money(-core)} the core loses.`;
}

/** Gain and loss by what positions are for, and how much of the core's loss each layer of the hedge makes up for. */
export function layersSection(report: ScenarioReport, outcome: OutcomeView): Section {
  const { layers, total } = outcome;
  const ends = [0, total, ...layers.map(({ pnl }) => pnl)];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const sum: Layer = { purpose: 'other', pnl: total };
  const rows = [
    ...layers.map((layer) => row(layer, report.nav, low, high)),
    row(sum, report.nav, low, high).with(0, cell('Book', 'strong')),
  ];
  return {
    id: 'layers',
    title: 'By layer',
    note: shockSentence(outcome),
    provenance: provenanceOf(report),
    blocks: [
      prose(sentence(outcome)),
      {
        kind: 'table',
        caption: 'Gain and loss by layer',
        columns: [
          left('Layer'),
          right('P&L'),
          right('of core loss'),
          right('of NAV'),
          left('', { only: 'page', minor: true }),
        ],
        rows,
      },
    ],
  };
}
