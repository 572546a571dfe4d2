import { describe, expect, it } from 'vitest';
import { GRID_K } from '../grid/smile-axes.ts';
import { indexSmiles } from '../index-smile.ts';
import { jointModel, jointModelOf } from '../joint-model.ts';
import { AUDIT_MESH, auditSurface } from './surface-audit.ts';

const shipped = jointModel();
/** The model with other smiles: logarithms of vol over the variance swap's, by place in standardised strike. */
const withRatios = (logRatioAt: (k: number) => number) =>
  jointModelOf(shipped.parameters, {
    logRatios: shipped.smiles.logRatios.map((_, n) => logRatioAt(GRID_K[n % GRID_K.length] ?? 0)),
  });
const STATE = { x: -0.2, y: -0.6 };

describe('auditSurface', () => {
  it('finds nothing on flat smiles', () => {
    const audit = auditSurface(
      indexSmiles(
        withRatios(() => 0),
        STATE,
      ),
    );
    expect(audit).toMatchObject({ butterfliesBroken: 0, calendarsBroken: 0, worstButterfly: 0 });
    const { days, deviations } = AUDIT_MESH;
    expect(audit.butterflies).toBe(days.length * (2 * deviations.length - 3));
    expect(audit.calendars).toBe((days.length - 1) * deviations.length);
  });

  it('finds a bump in vol at one strike: a butterfly that pays for being taken', () => {
    const audit = auditSurface(
      indexSmiles(
        withRatios((k) => (k === -1 ? 0.2 : 0)),
        STATE,
      ),
    );
    expect(audit.butterfliesBroken).toBeGreaterThan(10);
    expect(audit.worstButterfly).toBeGreaterThan(0.01);
  });

  it('finds a longer option that is cheaper', () => {
    const mesh = { ...AUDIT_MESH, days: [30, 29] };
    const audit = auditSurface(
      indexSmiles(
        withRatios(() => 0),
        STATE,
      ),
      mesh,
    );
    expect(audit.calendarsBroken).toBeGreaterThan(AUDIT_MESH.deviations.length / 2);
    expect(audit.worstCalendar).toBeGreaterThan(0);
  });

  it('finds next to nothing on the shipped smiles, calm or panicked', () => {
    for (const state of [STATE, { x: 1.5, y: 0.5 }, { x: -1.2, y: -1.4 }, { x: 2, y: 2 }]) {
      const audit = auditSurface(indexSmiles(shipped, state));
      expect(audit.calendarsBroken).toBe(0);
      // The specification's own surface had 5e-4.
      expect(audit.worstButterfly).toBeLessThan(5e-4);
    }
  });
});
