import { type Inversion, largestGapToPublished } from '../measure/model/inversion.ts';
import type { Row } from '../row.ts';

/** Whether the indices of every session become factors, exactly and inside the smile grid. */
export function inversionRows({
  sessions,
  withoutVix,
  states,
  failures,
  largestError,
  proxied,
  outside,
  extremes,
}: Inversion): Row[] {
  const against = `${states.length} sessions 1990-2026 with a VIX close, of ${sessions}; ${withoutVix} have none`;
  const { lowX, highX, lowY, highY } = extremes;
  const at = ({ value, session }: typeof lowX): string => `${value.toFixed(2)} (${session})`;
  const gap = largestGapToPublished();
  return [
    {
      id: 'model.inversion.failures',
      value: failures.length,
      unit: 'sessions whose VIX and VIX3M no state shows',
      target: '0',
      pass: failures.length === 0,
      against,
      note: failures.slice(0, 3).join('; '),
    },
    {
      id: 'model.inversion.error',
      value: largestError,
      unit: 'largest |ln| of an index shown over the one given',
      target: '< 1e-10',
      pass: largestError < 1e-10,
      against,
      note: 'VIX and VIX3M alike',
    },
    {
      id: 'model.inversion.grid',
      value: outside.length,
      unit: 'sessions whose factors lie outside the smile grid',
      target: '0',
      pass: outside.length === 0,
      against,
      note: `x from ${at(lowX)} to ${at(highX)}, y from ${at(lowY)} to ${at(highY)}`,
    },
    {
      id: 'model.inversion.proxied',
      value: proxied / states.length,
      unit: 'share of sessions whose VIX3M is the regression on VIX',
      target: '',
      pass: null,
      against,
      note: `${proxied} sessions: all before 2009-09-18 and those since the held VIX3M ends`,
    },
    {
      id: 'model.inversion.published',
      value: gap,
      unit: 'largest distance of a factor',
      target: '<= 1e-5',
      pass: gap <= 1e-5,
      against: 'the four published pairs of the specified model, averages by 12 Gauss-Hermite nodes as there',
      note: '',
    },
  ];
}
