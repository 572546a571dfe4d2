import { showInstant } from '../../../core/new-york.ts';
import type { DaySheet, MarketView } from '../../../engine/day-sheet.ts';
import { fixed, level, longDate, signed, signedPercent, weekdayDate } from '../format.ts';
import type { Fact } from './block.ts';

/** `Tue 13 Mar 2029, as of 2029-03-13 17:00 ET, orders for Wed 14 Mar`. */
export const dateline = (sheet: DaySheet): string =>
  `${longDate(sheet.date)}, as of ${showInstant(sheet.asOf)}, orders for ${weekdayDate(sheet.executeOn)}`;

export const planName = ({ plan }: DaySheet): string =>
  plan.name === plan.profile
    ? `${plan.name} ${plan.version}`
    : `${plan.name} ${plan.version} (${plan.profile})`;

const known = (value: number | undefined, show: (x: number) => string): string =>
  value === undefined ? 'unknown' : show(value);

/** The day in one line of levels. */
export function strip(sheet: DaySheet): readonly Fact[] {
  const { market, score } = sheet;
  const curve = market.vxCurve;
  return [
    { label: 'SPX', value: level(market.spx), ...changeNote(market) },
    { label: 'VIX', value: known(market.vix, level) },
    { label: 'VX 30d', value: known(curve?.cm30, level) },
    {
      label: 'Contango',
      value: known(curve?.contango, signedPercent),
      ...(curve?.contangoSource === 'proxied' ? { note: 'proxied' } : {}),
    },
    { label: 'Regime', value: sheet.regime.label },
    {
      label: 'Score',
      value: fixed(score.value, 1),
      note: `${fixed(score.validWeight, 0)} of ${fixed(score.totalWeight, 0)} read`,
    },
  ];
}

/** Change of SPX over the last session, when the trailing series has the two values. */
function changeNote({ recent }: MarketView): { note: string } | Record<string, never> {
  const [before, now] = (recent['SPX'] ?? recent['SPX.close'] ?? []).slice(-2);
  if (before === undefined || now === undefined || before.value === 0) return {};
  return {
    note: `${signed(now.value - before.value, 2)} (${signedPercent(now.value / before.value - 1, 2)})`,
  };
}

/** What the quotes behind the sheet are, in a word for the reader. */
export function quotesWord(sheet: DaySheet): string {
  switch (sheet.quotes) {
    case 'real':
      return 'Real quotes';
    case 'modelled':
      return 'MODELLED quotes, computed and not quoted';
    case 'simulated':
      return 'Generated market, no price here was ever traded';
  }
}
