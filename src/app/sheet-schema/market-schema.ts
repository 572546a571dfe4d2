import { z } from 'zod';
import { optionRoot } from './contract-schema.ts';
import { count, isoDate, points, rate, share, vol, years } from './scalar.ts';

const forwardRow = z
  .strictObject({
    root: optionRoot,
    expiration: isoDate,
    dte: count,
    expiry: years,
    forward: points,
    rate,
    atmVol: z.exactOptional(vol),
    expectedMove: z.exactOptional(points),
    smileError: z.exactOptional(z.number().describe('root-mean-square residual of the smile, in vol')),
    smileQuotes: z.exactOptional(count),
  })
  .meta({ id: 'ForwardRow' });

const vxCurve = z
  .strictObject({
    session: z.exactOptional(isoDate),
    contracts: z.array(z.strictObject({ expiration: isoDate, dte: count, settle: points })),
    cm30: z.exactOptional(points),
    cm60: z.exactOptional(points),
    contango: z.exactOptional(share.describe('CM60 / CM30 - 1, decimal')),
    contangoSource: z.enum(['vx', 'proxied']),
    frontContango: z.exactOptional(share),
  })
  .meta({ id: 'VxCurve' });

const strip = z.strictObject({
  root: optionRoot,
  expiration: isoDate,
  strikes: count,
  variance: z.number().describe('annualised, decimal squared'),
  minutes: z.number().describe('to settlement'),
});

const vixFromChain = z
  .strictObject({
    value: z.number(),
    near: strip,
    next: strip,
    gapToClose: z.exactOptional(z.number().describe('vol points, less the published close')),
  })
  .meta({ id: 'VixFromChain' });

const smile = z
  .strictObject({
    root: optionRoot,
    expiration: isoDate,
    strikes: z.array(z.number()),
    fitted: z.array(z.number()),
    quoted: z.array(z.strictObject({ strike: z.number(), vol: z.number() })),
  })
  .meta({ id: 'Smile' });

export const marketView = z
  .strictObject({
    spx: points,
    spxClose: z.exactOptional(points),
    vix: z.exactOptional(z.number()),
    vix9d: z.exactOptional(z.number()),
    vix3m: z.exactOptional(z.number()),
    vix6m: z.exactOptional(z.number()),
    vvix: z.exactOptional(z.number()),
    vixFromChain: z.exactOptional(vixFromChain),
    realisedVol20: z.exactOptional(vol),
    edr: z.exactOptional(z.number().describe('expected daily range, percent of the index')),
    forwards: z.array(forwardRow),
    vxCurve: z.exactOptional(vxCurve),
    smile: z.exactOptional(smile),
    recent: z.record(z.string(), z.array(z.strictObject({ date: isoDate, value: z.number() }))),
  })
  .meta({ id: 'MarketView' });

export const payoffView = z
  .strictObject({
    subject: z.string(),
    levels: z.array(z.number()),
    today: z.array(z.number()).describe('US cents for the whole size, by level'),
    atExpiration: z.array(z.number()).describe('US cents for the whole size, by level'),
    nearest: isoDate,
  })
  .meta({ id: 'Payoff' });
