import { z } from 'zod';
import { optionRoot } from './contract-schema.ts';
import { cents, count, isoDate, points, share, vol, years } from './scalar.ts';

export const upcomingEvent = z
  .strictObject({ kind: z.string(), date: isoDate, time: z.string() })
  .meta({ id: 'UpcomingEvent' });

const distance = z.strictObject({
  putSigma: z.number(),
  callSigma: z.number(),
  putEdr: z.exactOptional(z.number()),
  callEdr: z.exactOptional(z.number()),
});

const greeks = z.strictObject({
  delta: z.number(),
  gamma: z.number(),
  theta: cents.describe('US cents per calendar day, whole size'),
  vega: cents.describe('US cents per vol point, whole size'),
});

const condorProposal = z
  .strictObject({
    kind: z.literal('condor'),
    rung: z.number(),
    root: optionRoot,
    expiration: isoDate,
    dte: count,
    expiry: years,
    forward: points,
    atmVol: vol,
    expectedMove: points,
    k: z.number().describe('short-strike distance asked for, in expected moves'),
    longPut: points,
    shortPut: points,
    shortCall: points,
    longCall: points,
    putWidth: points,
    callWidth: points,
    width: points,
    creditMid: points,
    creditNatural: points,
    creditNet: points,
    slippage: points,
    fees: cents,
    creditToWidth: share,
    maxLoss: cents.describe('US cents per condor'),
    breakevens: z.tuple([points, points]),
    breakEvenWinRate: share,
    probabilityOfProfit: share,
    probabilityModel: z.string(),
    shortPutDelta: z.number(),
    shortCallDelta: z.number(),
    distance,
    breakevenDistance: z.number().describe('expected moves'),
    contracts: count,
    greeks,
    margin: cents,
    costMidToNatural: points,
    expectedValue: cents,
    expectedReturn: share.describe('per year on max loss'),
    hurdle: share,
    sizingVol: vol,
    events: z.array(upcomingEvent),
  })
  .meta({ id: 'CondorProposal' });

const hedgeProposal = z
  .strictObject({
    kind: z.literal('hedge'),
    layer: z.enum(['L1', 'L2', 'L3']),
    root: optionRoot,
    targetDte: count,
    expiration: isoDate,
    dte: count,
    future: points,
    futureSource: z.enum(['vix-options', 'vx', 'vx-interpolated', 'vix-family']),
    strike: points,
    shortStrike: z.exactOptional(points),
    delta: z.number(),
    vol,
    price: points,
    priceSource: z.enum(['quoted', 'modelled']),
    held: count,
    wanted: count,
    trade: count,
    cost: cents.describe('US cents: + pay'),
    unitGainS2: cents,
  })
  .meta({ id: 'HedgeProposal' });

const reason = z
  .strictObject({
    rule: z.string(),
    verdict: z.enum(['pass', 'fail', 'note']),
    observed: z.string(),
    required: z.string(),
    margin: z.exactOptional(z.number()),
  })
  .meta({ id: 'Reason' });

const alternative = z
  .strictObject({
    action: z.enum(['enter', 'hold', 'close', 'roll', 'hedge', 'wait']),
    chosen: z.boolean(),
    note: z.string(),
    expectedValue: z.exactOptional(cents),
    worstCase: z.exactOptional(cents),
  })
  .meta({ id: 'Alternative' });

export const decision = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['enter', 'adjust', 'exit', 'hold', 'stand-aside']),
    subject: z.string(),
    summary: z.string(),
    proposal: z.exactOptional(z.discriminatedUnion('kind', [condorProposal, hedgeProposal])),
    reasons: z.array(reason),
    wouldChange: z.array(z.string()),
    alternatives: z.array(alternative),
  })
  .meta({ id: 'Decision' });
