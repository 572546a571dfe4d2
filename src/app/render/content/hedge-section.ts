import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { HedgeProposal } from '../../../strategy/decision.ts';
import { fixed, listed, money, percent, signed, signedMoney } from '../format.ts';
import { cell, left, prose, right, type Section, type Table } from './block.ts';
import { hedgesOf } from './candidates.ts';
import { hedgeName } from './proposal-name.ts';

const FUTURE_SOURCE: Readonly<Record<HedgeProposal['futureSource'], string>> = {
  'vix-options': 'the parity of quoted VIX options',
  vx: 'the listed VX future',
  'vx-interpolated': 'the VX curve, interpolated',
  'vix-family': 'the VIX family, proxied',
};

function layerRow(hedge: HedgeProposal, sheet: DaySheet): Table['rows'][number] {
  return [
    cell(hedge.layer, 'strong'),
    cell(hedgeName(hedge, sheet.date)),
    cell(fixed(hedge.dte, 0)),
    cell(fixed(hedge.future, 3)),
    cell(fixed(hedge.delta, 2)),
    cell(fixed(hedge.price, 2)),
    cell(fixed(hedge.held, 0)),
    cell(fixed(hedge.wanted, 0)),
    cell(signed(hedge.trade, 0), hedge.trade === 0 ? 'muted' : 'strong'),
    cell(signedMoney(-hedge.cost)),
    cell(signedMoney(hedge.unitGainS2), 'gain'),
  ];
}

function coverage({ hedge }: DaySheet): string {
  const reached =
    hedge.coverageReached === undefined ? 'not measurable today' : percent(hedge.coverageReached);
  return `Depth ${fixed(hedge.depth, 2)}. Covers ${reached} of the ${money(hedge.sizingLoss)} S2 core loss it is sized on, wanted ${percent(hedge.coverageTarget)}.`;
}

/** `L1 and L2 are priced on the listed VX future, L3 on the VX curve, interpolated. Prices are modelled.` */
function sources(layers: readonly HedgeProposal[]): string {
  const kinds = [...new Set(layers.map(({ futureSource }) => futureSource))];
  const on = kinds.map((kind) => {
    const names = layers.filter(({ futureSource }) => futureSource === kind).map(({ layer }) => layer);
    return `${listed(names)} on ${FUTURE_SOURCE[kind]}`;
  });
  const prices = [...new Set(layers.map(({ priceSource }) => priceSource))];
  return `Priced: ${on.join('; ')}. Option prices are ${listed(prices)}.`;
}

const COLUMNS: Table['columns'] = [
  left('Layer'),
  left('Call'),
  right('Days', { minor: true }),
  right('Future'),
  right('Delta', { minor: true }),
  right('Price', { minor: true }),
  right('Held'),
  right('Wanted'),
  right('Trade'),
  right('Cash', { minor: true }),
  right('S2 each', { minor: true }),
];

/** The ladder: each layer priced on its own VX future, held against wanted. */
export function hedgeSection(sheet: DaySheet): Section {
  const layers = hedgesOf(sheet).map(({ hedge }) => hedge);
  const rows = layers.map((hedge) => layerRow(hedge, sheet));
  const spent = layers.reduce((sum, { cost }) => sum + cost, 0);
  const trades =
    spent === 0 ? '' : ` Today's trades ${spent > 0 ? 'cost' : 'bring in'} ${money(Math.abs(spent))}.`;
  const isModelled = layers.some(({ priceSource }) => priceSource === 'modelled');
  const provenance = sheet.quotes === 'simulated' ? 'simulated' : isModelled ? 'modelled' : sheet.quotes;
  return {
    id: 'hedge',
    title: 'Hedge ladder',
    note: 'held against wanted',
    provenance,
    blocks: [
      prose(`${coverage(sheet)}${trades}`),
      layers.length === 0
        ? prose('No layer could be priced.')
        : { kind: 'table', caption: 'Hedge layers', columns: COLUMNS, rows },
      ...(layers.length === 0 ? [] : [prose(sources(layers))]),
    ],
  };
}
