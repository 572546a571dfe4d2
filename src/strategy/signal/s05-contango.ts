import { clip } from '../../quant/stats.ts';
import { type Contango, contangoOf, type VixRatio, vixRatio } from './contango.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import type { Reading } from './signal.ts';

/** Contango at which the reading is full. */
const FULL = 0.08;

const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;

function evidenceOf({ c1, source }: Contango, spot: VixRatio | undefined): string {
  const slope = `${c1 >= 0 ? 'contango' : 'backwardation'} CM60/CM30 - 1 = ${percent(c1)}`;
  const from = source === 'proxied' ? ' (proxied from VIX3M/VIX, no VX quotes)' : '';
  if (spot === undefined) return `${slope}${from}; VIX3M not known`;
  const inverted = spot.ratio > 1 ? ': spot is inverted, which overrules the curve' : '';
  return `${slope}${from}; VIX/VIX3M ${spot.ratio.toFixed(3)}${inverted}`;
}

/**
 * S05: does the VX curve pay the seller of volatility (C21, amended by E8)?
 *
 *     s = clip(c1 / 0.08, -1, 1),  c1 = CM60/CM30 - 1;   -1 when VIX > VIX3M
 *
 * Tag `proxied` when c1 comes from VIX3M/VIX. Without VIX3M (before 2009-09-18) the second test is left out.
 * Inputs: `c1` decimal, `vixToVix3m`, and `cm30`, `cm60` in points where there are futures.
 */
export function contango(context: SignalContext): Reading {
  const curve = contangoOf(context);
  if (!curve.ok) return absent('S05', context, curve.failure);
  const read = vixRatio(context);
  const spot = read.ok ? read.value : undefined;
  const { c1, cm30, cm60, source, asOf } = curve.value;
  const value = spot !== undefined && spot.ratio > 1 ? -1 : clip(c1 / FULL, -1, 1);
  const inputs: Record<string, number> = { c1 };
  if (spot !== undefined) inputs['vixToVix3m'] = spot.ratio;
  if (cm30 !== undefined && cm60 !== undefined) Object.assign(inputs, { cm30, cm60 });
  const tags = source === 'proxied' ? ['proxied'] : [];
  return present('S05', context, { value, evidence: evidenceOf(curve.value, spot), inputs, asOf, tags });
}
