import type { JointModel } from '../../../src/model/joint-model.ts';
import { type VixLaw, vixCall, vixLaw, vixPut, vvixOf } from '../../../src/model/vix-law.ts';
import { volState } from '../../../src/model/vol-state.ts';
import { otmPremium } from '../../../src/quant/black76.ts';
import { impliedVol } from '../../../src/quant/implied-vol.ts';
import { type VixChain, type VixSlice, vixChain } from './vix-chain.ts';

/** One real VIX option beside the model's. */
export interface VixOptionError {
  /** Calendar days to the settlement. */
  readonly days: number;
  /** Strike over the forward of its expiration. */
  readonly moneyness: number;
  readonly real: number;
  /** Half of ask vol less bid vol, vol points. */
  readonly halfSpread: number;
  /** Model less real, vol points, with the model's future made the real one. */
  readonly error: number;
  /** The same with the future VIX and VIX3M alone give. */
  readonly unshifted: number;
  /** Model over real premium, with the real future. */
  readonly premiumRatio: number;
}

/** One expiration: its future, real and modelled. */
export interface VixForwardError {
  readonly days: number;
  readonly real: number;
  readonly model: number;
}

export interface VixChainErrors {
  readonly chain: VixChain;
  readonly forwards: readonly VixForwardError[];
  readonly options: readonly VixOptionError[];
  /** The model's VVIX of that moment. */
  readonly vvix: number;
}

const rightOf = ({ forward }: VixSlice, strike: number): 'put' | 'call' =>
  strike < forward ? 'put' : 'call';

/** Undiscounted premium of the out-of-the-money option. */
const premiumOf = (law: VixLaw, slice: VixSlice, strike: number): number =>
  rightOf(slice, strike) === 'put' ? vixPut(law, strike) : vixCall(law, strike);

/** Its Black vol on the real forward, decimal; undefined where the premium has none. */
function volOf(law: VixLaw, slice: VixSlice, strike: number): number | undefined {
  const { forward, expiry } = slice;
  const [right, premium] = [rightOf(slice, strike), premiumOf(law, slice, strike)];
  const found = impliedVol({ right, premium, forward, strike, expiry, discount: 1 });
  return found.ok ? found.value : undefined;
}

function optionErrors(slice: VixSlice, shifted: VixLaw, own: VixLaw): readonly VixOptionError[] {
  return Array.from(slice.strikes).flatMap((strike, i): readonly VixOptionError[] => {
    const real = slice.vol[i] ?? 0;
    const [fitted, free] = [volOf(shifted, slice, strike), volOf(own, slice, strike)];
    if (fitted === undefined || free === undefined) return [];
    return [
      {
        days: slice.days,
        moneyness: strike / slice.forward,
        real: 100 * real,
        halfSpread: 100 * (slice.halfSpread[i] ?? 0),
        error: 100 * (fitted - real),
        unshifted: 100 * (free - real),
        premiumRatio:
          premiumOf(shifted, slice, strike) /
          otmPremium(slice.forward, strike, real * Math.sqrt(slice.expiry)),
      },
    ];
  });
}

const VVIX_DAYS = 30;

/** @returns undefined where no VIX chain is held */
export async function measureVixChainErrors(
  root: string,
  model: JointModel,
): Promise<VixChainErrors | undefined> {
  const chain = await vixChain(root);
  if (chain === undefined) return undefined;
  const found = volState(model.vix, model.vix3m, chain.vix, chain.vix3m);
  if (!found.ok) return undefined;
  const lawAt = (years: number, scale = 1): VixLaw =>
    vixLaw(model.parameters, model.vix, found.value, years, { scale });
  const forwards: VixForwardError[] = [];
  const options: VixOptionError[] = [];
  for (const slice of chain.slices) {
    const own = lawAt(slice.expiry);
    forwards.push({ days: slice.days, real: slice.forward, model: own.future });
    options.push(...optionErrors(slice, lawAt(slice.expiry, slice.forward / own.future), own));
  }
  return { chain, forwards, options, vvix: vvixOf(lawAt(VVIX_DAYS / 365)) };
}
