import { PreconditionError, requirePositive } from '../core/errors.ts';

/** Log-jumps of the index: Gaussian (Merton), or exponential on either side (Kou); shares and means are decimals. */
export type JumpLaw =
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | {
      readonly kind: 'double-exponential';
      /** Probability that a jump is upward; 0 makes the law one-sided. */
      readonly upShare: number;
      /** Mean size of an upward log-jump, and of a downward one; both > 0. */
      readonly up: number;
      readonly down: number;
    };

/** @throws PreconditionError for a spread or mean that is not > 0, a share outside [0, 1], or `up` >= 1 (no mean return) */
export function checkedJumpLaw(law: JumpLaw): JumpLaw {
  if (law.kind === 'normal') {
    requirePositive('jumps.sd', law.sd);
    return law;
  }
  requirePositive('jumps.down', law.down);
  requirePositive('jumps.up', law.up);
  if (!(law.up < 1)) throw new PreconditionError('jumps.up', 'must be < 1', law.up);
  if (!(law.upShare >= 0 && law.upShare <= 1))
    throw new PreconditionError('jumps.upShare', 'must be in [0, 1]', law.upShare);
  return law;
}

/** E[J], the mean log-jump. */
export const meanLogJump = (law: JumpLaw): number =>
  law.kind === 'normal' ? law.mean : law.upShare * law.up - (1 - law.upShare) * law.down;

/** E[e^J] - 1, the mean relative jump. */
export const meanJump = (law: JumpLaw): number =>
  law.kind === 'normal'
    ? Math.expm1(law.mean + law.sd ** 2 / 2)
    : (law.upShare * law.up) / (1 - law.up) - ((1 - law.upShare) * law.down) / (1 + law.down);

/** E[J^2]. */
export const meanSquareJump = (law: JumpLaw): number =>
  law.kind === 'normal'
    ? law.mean ** 2 + law.sd ** 2
    : 2 * (law.upShare * law.up ** 2 + (1 - law.upShare) * law.down ** 2);

/**
 * What one jump a year adds to the variance a log-contract measures: 2 (E[e^J] - 1 - E[J]). Dividing the jumps' share of
 * variance by it gives the intensity that makes VIX^2 the expected variance, jumps or not.
 */
export const logContractCost = (law: JumpLaw): number => 2 * (meanJump(law) - meanLogJump(law));

/** E[e^{(a + ib) J}] as [real, imaginary], for a inside the strip where it exists. */
export function jumpTransform(law: JumpLaw, a: number, b: number): readonly [number, number] {
  if (law.kind === 'normal') {
    // mu z + sd^2 z^2 / 2 with z = a + ib
    const size = Math.exp(law.mean * a + (law.sd ** 2 * (a * a - b * b)) / 2);
    const angle = law.mean * b + law.sd ** 2 * a * b;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  }
  const { upShare, up, down } = law;
  // 1 / (1 - up z) and 1 / (1 + down z)
  const above = (1 - up * a) ** 2 + (up * b) ** 2;
  const below = (1 + down * a) ** 2 + (down * b) ** 2;
  return [
    (upShare * (1 - up * a)) / above + ((1 - upShare) * (1 + down * a)) / below,
    (upShare * up * b) / above - ((1 - upShare) * down * b) / below,
  ];
}
