import { z } from 'zod';
import { FUTURE_ROOTS, OPTION_ROOTS } from '../../market/contract.ts';
import { PURPOSES } from '../../portfolio/position.ts';
import { cents, count, isoDate, points } from './scalar.ts';

export const optionRoot = z.enum(OPTION_ROOTS);
const purpose = z.enum(PURPOSES);

const option = z
  .strictObject({
    kind: z.literal('option'),
    root: optionRoot,
    expiration: isoDate,
    strike: points,
    right: z.enum(['call', 'put']),
    style: z.enum(['european', 'american']),
    settlement: z.enum(['am', 'pm', 'physical']),
    multiplier: z.number().describe('US dollars per index point'),
  })
  .meta({ id: 'OptionContract' });

const future = z
  .strictObject({
    kind: z.literal('future'),
    root: z.enum(FUTURE_ROOTS),
    expiration: isoDate,
    multiplier: z.number().describe('US dollars per index point'),
  })
  .meta({ id: 'FutureContract' });

const contract = z.discriminatedUnion('kind', [option, future]).meta({ id: 'Contract' });
const quantity = count.describe('contracts: + long, - short');

export const order = z
  .strictObject({
    clientOrderId: z.string().describe('a pure function of session and proposal'),
    purpose,
    legs: z.array(
      z.strictObject({
        contract,
        quantity,
        symbol: z.string().describe('OSI symbol, 21 characters, for options'),
      }),
    ),
    quantity: count.describe('units; leg quantities are per unit'),
    start: points.describe('where the order starts, per unit: + pay, - receive'),
    limit: points.describe('the worst price it may walk to, per unit: + pay, - receive'),
    tick: points,
    effect: z.enum(['open', 'close']),
    session: isoDate,
    window: z.string(),
  })
  .meta({ id: 'Order' });

export const position = z
  .strictObject({
    id: z.string(),
    purpose,
    legs: z.array(z.strictObject({ contract, quantity })),
    opened: isoDate,
    premium: cents.describe('US cents to open it: + paid, - received; fees not included'),
  })
  .meta({ id: 'Position' });
