import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { PreconditionError } from './errors.ts';

/** Canonical JSON (RFC 8785): one text per value, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new PreconditionError('value', 'must be representable as JSON', value);
  return text;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
/** SHA-256 of the canonical JSON of a value: the identity of plans, inputs and decisions. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value));
