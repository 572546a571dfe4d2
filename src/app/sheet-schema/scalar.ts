import { z } from 'zod';

/** Scalars of the contract, each with its unit. JSON has no NaN and no infinity, so every number is finite. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('calendar date in New York, YYYY-MM-DD');
export const epochMs = z.number().int().describe('milliseconds since 1970-01-01T00:00Z');
export const cents = z.number().int().describe('US cents');
export const points = z.number().describe('index points');
export const vol = z.number().describe('annualised volatility, decimal');
export const rate = z.number().describe('rate per year, decimal, continuously compounded');
export const years = z.number().describe('time in years of 525,600 minutes, to the settlement instant');
export const share = z.number().describe('decimal share');
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, hexadecimal');
export const count = z.number().int();
export const quoteKind = z
  .enum(['real', 'modelled', 'simulated'])
  .describe('what the quotes rest on; anything computed carries the weakest of its inputs');
