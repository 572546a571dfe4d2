import { describe, expect, it } from 'vitest';
import { contextOf, curveOf, daily, SESSION } from '../../../test/fixtures/signal-history.ts';
import { addSessions } from '../../market/session-calendar.ts';
import { contango } from './s05-contango.ts';

const spot = (vix: number, vix3m: number) => [daily('VIX.close', [vix]), daily('VIX3M.close', [vix3m])];

describe('S05', () => {
  it('is c1 / 0.08 in contango', () => {
    const signal = contango(contextOf(spot(16, 20), [curveOf(SESSION, 20, 21)]));
    expect(signal).toMatchObject({
      direction: 'benign',
      tags: [],
      inputs: { cm30: 20, cm60: 21, vixToVix3m: 0.8 },
    });
    expect('value' in signal && signal.value).toBeCloseTo(0.05 / 0.08, 12);
  });

  it('is full at 8 % and no more', () => {
    expect(contango(contextOf(spot(16, 20), [curveOf(SESSION, 20, 25)]))).toMatchObject({ value: 1 });
    expect(contango(contextOf(spot(19, 20), [curveOf(SESSION, 20, 15)]))).toMatchObject({ value: -1 });
  });

  it('is -1 when spot stands above three months, whatever the curve says', () => {
    expect(contango(contextOf(spot(21, 20), [curveOf(SESSION, 20, 22)]))).toMatchObject({
      value: -1,
      evidence: expect.stringContaining('inverted'),
    });
  });

  it('proxies c1 without VX quotes, and says so', () => {
    const signal = contango(contextOf(spot(16, 20)));
    const c1 = 0.46 * Math.log(20 / 16) - 0.003; // methodology 3.0, E8
    expect(signal).toMatchObject({ tags: ['proxied'], evidence: expect.stringContaining('proxied') });
    expect('inputs' in signal && signal.inputs['c1']).toBeCloseTo(c1, 12);
  });

  it('reads the curve alone before VIX3M existed', () => {
    const signal = contango(contextOf([daily('VIX.close', [16])], [curveOf(SESSION, 20, 20.8)]));
    expect('value' in signal && signal.value).toBeCloseTo(0.5, 12);
    expect(signal).toMatchObject({ evidence: expect.stringContaining('VIX3M not known') });
  });

  it('is absent when curve and index are both gone, naming both', () => {
    const old = curveOf(addSessions(SESSION, -4), 20, 21);
    expect(contango(contextOf([], [old]))).toMatchObject({
      absent: 'VX curve: no usable value by 2019-05-09; VIX.close: no data by 2019-05-09',
    });
  });
});
