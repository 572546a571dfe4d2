import { yearOf } from '../../../src/core/dates.ts';
import { type IndexSmile, indexSmile, indexSmiles, smileSd } from '../../../src/model/index-smile.ts';
import type { JointModel } from '../../../src/model/joint-model.ts';
import { volState } from '../../../src/model/vol-state.ts';
import { otmPremium } from '../../../src/quant/black76.ts';
import { normalCdf } from '../../../src/quant/normal.ts';
import { brentRoot } from '../../../src/quant/roots.ts';
import { type CondorLeg, realCondor } from './real-condors.ts';
import { type RealSmiles, realSmiles } from './real-smiles.ts';
import { type DeltaPoint, type DeltaSmile, deltaSmiles, type TargetDte } from './smile-deltas.ts';

/** One real expiration beside the model's, state from the chain's own VIX and VIX3M, forward and discount real. */
export interface SmileError {
  readonly session: string;
  readonly year: number;
  readonly target: TargetDte;
  /** Model less real at the strike where the real smile has the delta, vol points. */
  readonly vol: Readonly<Partial<Record<DeltaPoint, number>>>;
  /** ln(model / real) of the condor's credit at the very strikes it was quoted at. */
  readonly sameStrikes?: number;
  /** The same where each side chooses its strikes at 16 and 5 deltas of its own smile. */
  readonly ownDeltas?: number;
  /** Half-spreads of the four legs over the credit: how far the mids themselves can be believed. */
  readonly spreadShare?: number;
}

const SHORT = 0.16;
const WING = 0.05;

interface Shape {
  readonly forward: number;
  /** Total vol at ln(K/F). */
  readonly sd: (k: number) => number;
}

/** Undiscounted premium of the out-of-the-money option at ln(K/F). */
const premiumAt = ({ forward, sd }: Shape, k: number): number =>
  otmPremium(forward, forward * Math.exp(k), sd(k));

/** ln(K/F) where the out-of-the-money side has a forward delta. */
function strikeAt({ sd }: Shape, side: 'put' | 'call', delta: number): number | undefined {
  const sign = side === 'put' ? -1 : 1;
  const reach = 6 * sd(0);
  const deltaOf = (k: number): number => normalCdf(sign * (-k / sd(k) + sd(k) / 2));
  const root = brentRoot((k) => deltaOf(k) - delta, Math.min(0, sign * reach), Math.max(0, sign * reach));
  return root.ok ? root.value : undefined;
}

function creditAtDeltas(shape: Shape): number | undefined {
  const strikes = [
    strikeAt(shape, 'put', SHORT),
    strikeAt(shape, 'call', SHORT),
    strikeAt(shape, 'put', WING),
    strikeAt(shape, 'call', WING),
  ];
  if (strikes.some((k) => k === undefined)) return undefined;
  const [shortPut = 0, shortCall = 0, longPut = 0, longCall = 0] = strikes.map((k) =>
    premiumAt(shape, k ?? 0),
  );
  return shortPut + shortCall - longPut - longCall;
}

/** The real smile at the four deltas, from the points read off it. */
function realCreditAtDeltas({ slice, points }: DeltaSmile): number | undefined {
  const premium = (point: DeltaPoint): number | undefined => {
    const at = points[point];
    return at === undefined
      ? undefined
      : otmPremium(slice.forward, at.strike, at.vol * Math.sqrt(slice.expiry));
  };
  const [p16, c16, p5, c5] = [premium('p16'), premium('c16'), premium('p5'), premium('c5')];
  if (p16 === undefined || c16 === undefined || p5 === undefined || c5 === undefined) return undefined;
  return p16 + c16 - p5 - c5;
}

function errorOf(chain: RealSmiles, real: DeltaSmile, smile: IndexSmile): SmileError {
  const { slice, points, target } = real;
  const root = Math.sqrt(slice.expiry);
  const shape: Shape = { forward: slice.forward, sd: (k) => smileSd(smile, k) };
  const vol: Partial<Record<DeltaPoint, number>> = {};
  for (const [point, at] of Object.entries(points) as [DeltaPoint, { k: number; vol: number }][])
    vol[point] = 100 * (smileSd(smile, at.k) / root - at.vol);
  const condor = realCondor(real);
  const legValue = ({ strike }: CondorLeg): number =>
    slice.discount * premiumAt(shape, Math.log(strike / slice.forward));
  const modelled =
    condor === undefined
      ? undefined
      : legValue(condor.shortPut) +
        legValue(condor.shortCall) -
        legValue(condor.longPut) -
        legValue(condor.longCall);
  const [own, theirs] = [creditAtDeltas(shape), realCreditAtDeltas(real)];
  return {
    session: chain.session,
    year: yearOf(chain.session),
    target,
    vol,
    ...(condor === undefined || modelled === undefined
      ? {}
      : {
          sameStrikes: Math.log(modelled / condor.credit),
          spreadShare: condor.halfSpread / condor.credit,
        }),
    ...(own === undefined || theirs === undefined ? {} : { ownDeltas: Math.log(own / theirs) }),
  };
}

/** Chains whose own quotes give no VIX or VIX3M are left out. */
export async function measureSmileErrors(root: string, model: JointModel): Promise<readonly SmileError[]> {
  const chains = await realSmiles(root);
  return chains.flatMap((chain): readonly SmileError[] => {
    const { vix, vix3m } = chain.own;
    if (vix === undefined || vix3m === undefined) return [];
    const state = volState(model.vix, model.vix3m, vix, vix3m);
    if (!state.ok) return [];
    const smiles = indexSmiles(model, state.value);
    return deltaSmiles(chain).map((real) => errorOf(chain, real, indexSmile(smiles, real.slice.expiry)));
  });
}
