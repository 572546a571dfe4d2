import type { EpochMs, IsoDate } from '../../core/units.ts';
import { quoteAt } from '../../market/chain.ts';
import type { Contract, OptionContract, Right } from '../../market/contract.ts';
import { yearsToExpiry } from '../../market/settlement.ts';
import { type Smile, smileVol } from '../../market/smile.ts';
import { type ExpirationView, withSmile } from '../../market/surface.ts';
import { type ModelMarket, vixExpiration } from '../../model/model-market.ts';
import { type VixLaw, vixCall, vixPut } from '../../model/vix-law.ts';
import { impliedVol } from '../../quant/implied-vol.ts';
import type { QuotedMarket } from './quoted-market.ts';
import { MODEL_ALONE, ratioOfQuote, type VolRatio } from './vol-ratio.ts';
import { type VxBasis, type VxSource, vxSource } from './vx-basis.ts';

/** Where one VIX contract stands today: its own future, and how its market differs from the model. */
export interface VixAnchor {
  readonly kind: 'vix';
  readonly expiration: IsoDate;
  /** Absent for a future. */
  readonly option?: { readonly right: Right; readonly strike: number };
  /** To settlement, from the quotes. */
  readonly years: number;
  readonly futureSource: VxSource;
  /** Years to the last quoted VX; the ratio there is kept beyond it. Absent without any. */
  readonly lastQuoted?: number;
  /** For discounting. */
  readonly rate: number;
  /** By K/F. */
  readonly volRatio: VolRatio;
}

/** Black vol of the model's VIX option of a strike, annualised; undefined where its premium is all intrinsic. */
export function lawVol(law: VixLaw, strike: number): number | undefined {
  const { future: forward, years: expiry } = law;
  const right = strike < forward ? 'put' : 'call';
  const premium = right === 'call' ? vixCall(law, strike) : vixPut(law, strike);
  const solved = impliedVol({ right, premium, forward, strike, expiry, discount: 1 });
  return solved.ok && solved.value > 0 ? solved.value : undefined;
}

/**
 * The market's VIX smile over the model's of the same settlement, at one K/F; 1 where the model's option is worthless.
 */
function smileRatio(smile: Smile, law: VixLaw): VolRatio {
  const { forward, curve } = smile;
  return {
    source: 'smile',
    low: Math.exp(curve.low),
    high: Math.exp(curve.high),
    at: (moneyness) => {
      const model = lawVol(law, moneyness * law.future);
      return model === undefined ? 1 : smileVol(smile, moneyness * forward) / model;
    },
  };
}

function quoteRatio(
  { chain, forward: parity, expiry }: ExpirationView,
  strike: number,
  law: VixLaw,
): VolRatio {
  const { forward, discount } = parity;
  const right = strike < forward ? 'put' : 'call';
  const quote = quoteAt(chain, strike, right);
  const model = lawVol(law, strike);
  if (quote === undefined || model === undefined || !(quote.bid > 0 && quote.ask >= quote.bid))
    return MODEL_ALONE;
  const premium = (quote.bid + quote.ask) / 2;
  const solved = impliedVol({ right, premium, forward, strike, expiry, discount });
  return solved.ok && solved.value > 0 ? ratioOfQuote(solved.value / model) : MODEL_ALONE;
}

/** Reads VIX expirations as they are asked for, each once. */
export function vixAnchors(
  quoted: QuotedMarket,
  basis: VxBasis,
  rateAt: (time: number) => number,
  today: ModelMarket,
): (contract: Contract) => VixAnchor {
  const read = new Map<string, ExpirationView>();
  const viewOf = ({ root, expiration }: OptionContract): ExpirationView | undefined => {
    const key = `${root} ${expiration}`;
    const known = read.get(key);
    if (known !== undefined) return known;
    const found = quoted.vixSurface?.expirations.find(
      ({ chain, expiry }) => chain.root === root && chain.expiration === expiration && expiry > 0,
    );
    if (found === undefined) return undefined;
    const view = found.smile === undefined ? withSmile(found) : found;
    read.set(key, view);
    return view;
  };
  const volRatio = (contract: OptionContract, view: ExpirationView): VolRatio => {
    const { law } = vixExpiration(today, contract.expiration);
    return view.smile === undefined ? quoteRatio(view, contract.strike, law) : smileRatio(view.smile, law);
  };
  return (contract) => {
    const years = yearsIn(quoted.surface.asOf, contract);
    const view = contract.kind === 'option' ? viewOf(contract) : undefined;
    return {
      kind: 'vix',
      expiration: contract.expiration,
      ...(contract.kind === 'option' ? { option: { right: contract.right, strike: contract.strike } } : {}),
      years,
      futureSource: vxSource(basis, contract.expiration, years),
      ...(basis.lastQuoted === undefined ? {} : { lastQuoted: basis.lastQuoted }),
      rate: view?.forward.rate ?? rateAt(years),
      volRatio: contract.kind === 'option' && view !== undefined ? volRatio(contract, view) : MODEL_ALONE,
    };
  };
}

const yearsIn = (asOf: EpochMs, { expiration }: Contract): number => yearsToExpiry(asOf, 'VIX', expiration);
