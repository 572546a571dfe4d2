import { auditSurface, type SurfaceAudit } from '../../src/model/chain/surface-audit.ts';
import { indexSmiles } from '../../src/model/index-smile.ts';
import { jointModel } from '../../src/model/joint-model.ts';
import { measureInversion } from '../measure/model/inversion.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

const IDS = ['model.arbitrage.butterfly', 'model.arbitrage.calendar'] as const;
const SURFACES = 150;
/** Butterflies may break by this much of a probability (the specification's property H). */
const TOLERANCE = 1e-4;

/** Surfaces of sessions evenly spread over history, looked at for free butterflies, verticals and calendars. */
export async function modelArbitrageRows(): Promise<readonly Row[]> {
  const root = sharedRoot();
  if (root === undefined) return IDS.map((id) => skipped(id, 'the shared data are not here'));
  const { states } = await measureInversion(root);
  const step = states.length / SURFACES;
  const audits = Array.from({ length: SURFACES }, (_, n): SurfaceAudit => {
    const one = states[Math.floor(n * step)];
    if (one === undefined) throw new Error('no state');
    return auditSurface(indexSmiles(jointModel(), one.state));
  });
  const sum = (of: (audit: SurfaceAudit) => number): number => audits.reduce((all, one) => all + of(one), 0);
  const most = (of: (audit: SurfaceAudit) => number): number => Math.max(...audits.map(of));
  const against = `surfaces of ${SURFACES} sessions 1990-2026, 7 to 182 days, strikes from -6 to 3 deviations`;
  return [
    {
      id: IDS[0],
      value: most((audit) => audit.worstButterfly),
      unit: 'probability, the worst',
      target: `<= ${TOLERANCE}`,
      pass: most((audit) => audit.worstButterfly) <= TOLERANCE,
      against,
      note: `${sum((audit) => audit.butterfliesBroken)} of ${sum((audit) => audit.butterflies)} butterflies and verticals broken`,
    },
    {
      id: IDS[1],
      value: sum((audit) => audit.calendarsBroken),
      unit: `of ${sum((audit) => audit.calendars)} calendars broken`,
      target: '0',
      pass: sum((audit) => audit.calendarsBroken) === 0,
      against,
      note: `the worst by ${most((audit) => audit.worstCalendar).toExponential(1)} of the forward`,
    },
  ];
}
