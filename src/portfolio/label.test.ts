import { describe, expect, it } from 'vitest';
import { condorLegs, leg, vxLeg } from '../../test/legs.ts';
import { positionLabel } from './label.ts';

describe('positionLabel', () => {
  it('names a condor by its strikes ascending, - for sold, in whatever order its legs come', () => {
    const legs = condorLegs(1, 'SPXW', '2019-06-14', [2700, 2725, 2950, 2975]);
    expect(positionLabel(legs)).toBe('-1 SPXW 14JUN19 2700/2725/2950/2975 IC');
    expect(positionLabel([...legs].reverse())).toBe('-1 SPXW 14JUN19 2700/2725/2950/2975 IC');
  });

  it('names single options, verticals by the bought strike first, and futures', () => {
    expect(positionLabel([leg(4, 'VIX', '2019-06-19', 18, 'call')])).toBe('+4 VIX 19JUN19 18C');
    expect(
      positionLabel([leg(-4, 'VIX', '2019-06-19', 28, 'call'), leg(4, 'VIX', '2019-06-19', 18, 'call')]),
    ).toBe('+4 VIX 19JUN19 18/28C');
    expect(positionLabel([leg(-1, 'VIX', '2019-06-19', 17.5, 'put')])).toBe('-1 VIX 19JUN19 17.5P');
    expect(positionLabel([vxLeg(-2, '2019-06-19')])).toBe('-2 VX 19JUN19');
  });

  it('lists any other package leg by leg, a ratio and a bought condor included', () => {
    expect(
      positionLabel([leg(1, 'SPXW', '2019-06-14', 2700, 'put'), leg(-2, 'SPXW', '2019-06-14', 2650, 'put')]),
    ).toBe('+1 SPXW 14JUN19 2700P, -2 SPXW 14JUN19 2650P');
    expect(positionLabel(condorLegs(-1, 'SPXW', '2019-06-14', [2700, 2725, 2950, 2975]))).not.toContain('IC');
  });
});
