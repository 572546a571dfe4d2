import type { DaySheet, ForwardRow, MarketView } from '../../../engine/day-sheet.ts';
import { fixed, level, nearDate, percent, signed, signedPercent, UNKNOWN } from '../format.ts';
import { type Block, cell, type Fact, left, prose, right, type Section, type Table } from './block.ts';

const shown = (value: number | undefined, show: (x: number) => string): string =>
  value === undefined ? UNKNOWN : show(value);

function fromChain({ vixFromChain: chain }: MarketView): Fact {
  if (chain === undefined)
    return { label: 'VIX from the chain', value: UNKNOWN, note: 'no two expirations around 30 days' };
  const gap =
    chain.gapToClose === undefined ? 'no close to compare' : `${signed(chain.gapToClose, 2)} to the close`;
  return { label: 'VIX from the chain', value: level(chain.value), note: gap };
}

function edrFact({ edr, spx }: MarketView): Fact {
  if (edr === undefined) return { label: 'Expected daily range', value: UNKNOWN };
  return {
    label: 'Expected daily range',
    value: `${fixed(edr, 2)}%`,
    note: `${fixed((edr / 100) * spx, 1)} points`,
  };
}

function contangoFact(curve: MarketView['vxCurve']): Fact {
  if (curve === undefined) return { label: 'Contango, 60 on 30 days', value: UNKNOWN, note: 'no VX curve' };
  const source =
    curve.contangoSource === 'proxied'
      ? 'proxied from VIX3M/VIX'
      : `front ${shown(curve.frontContango, signedPercent)}`;
  return { label: 'Contango, 60 on 30 days', value: shown(curve.contango, signedPercent), note: source };
}

function levels(market: MarketView): readonly Fact[] {
  const { spxClose, vix, vix3m } = market;
  return [
    {
      label: 'SPX',
      value: level(market.spx),
      note: spxClose === undefined ? 'close not known' : `close ${level(spxClose)}`,
    },
    {
      label: 'VIX',
      value: shown(vix, level),
      note: `9-day ${shown(market.vix9d, level)}, 3-month ${shown(vix3m, level)}`,
    },
    fromChain(market),
    {
      label: 'VIX / VIX3M',
      value: vix === undefined || vix3m === undefined ? UNKNOWN : fixed(vix / vix3m, 3),
    },
    {
      label: 'VX at 30 / 60 days',
      value: `${shown(market.vxCurve?.cm30, level)} / ${shown(market.vxCurve?.cm60, level)}`,
    },
    contangoFact(market.vxCurve),
    { label: 'Realised vol, 20 days', value: shown(market.realisedVol20, percent) },
    edrFact(market),
    { label: 'VIX6M, VVIX', value: `${shown(market.vix6m, level)}, ${shown(market.vvix, level)}` },
  ];
}

function forwardTable(sheet: DaySheet): Table {
  const row = (f: ForwardRow): Table['rows'][number] => [
    cell(`${f.root} ${nearDate(f.expiration, sheet.date)}`),
    cell(fixed(f.dte, 0)),
    cell(level(f.forward), 'strong'),
    cell(percent(f.rate, 2)),
    cell(shown(f.atmVol, percent)),
    cell(shown(f.expectedMove, (x) => `+/-${fixed(x, 1)}`)),
    cell(f.smileError === undefined ? 'no fit' : fixed(f.smileError * 100, 2), 'muted'),
    cell(
      shown(f.smileQuotes, (x) => fixed(x, 0)),
      'muted',
    ),
  ];
  return {
    kind: 'table',
    caption: 'Forwards and smiles, from the chain',
    columns: [
      left('Expiration'),
      right('Days'),
      right('Forward'),
      right('Rate'),
      right('ATM vol'),
      right('1 sigma'),
      right('Fit error, vol pt', { minor: true }),
      right('Quotes', { minor: true }),
    ],
    rows: sheet.market.forwards.map(row),
  };
}

/** What the market charges: levels, and forwards per expiration. */
export function marketSection(sheet: DaySheet): Section {
  const { forwards } = sheet.market;
  const blocks: readonly Block[] = [
    { kind: 'facts', facts: levels(sheet.market) },
    ...(forwards.length === 0 ? [prose('No forward could be read from the chain.')] : [forwardTable(sheet)]),
  ];
  return { id: 'market', title: 'Market', provenance: sheet.quotes, blocks };
}
