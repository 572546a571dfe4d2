/** A caller broke a stated rule: our bug or theirs, never an ordinary bad day. */
export class PreconditionError extends Error {
  readonly param: string;
  readonly rule: string;
  readonly value: unknown;

  constructor(param: string, rule: string, value: unknown) {
    super(`${param} ${rule}, was ${String(value)}`);
    this.name = 'PreconditionError';
    this.param = param;
    this.rule = rule;
    this.value = value;
  }
}

export function requirePositive(param: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0))
    throw new PreconditionError(param, 'must be finite and > 0', value);
}

export function requireNonNegative(param: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0))
    throw new PreconditionError(param, 'must be finite and >= 0', value);
}

export function requireFinite(param: string, value: number): void {
  if (!Number.isFinite(value)) throw new PreconditionError(param, 'must be finite', value);
}
