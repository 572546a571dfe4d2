import type { IsoDate } from '../../core/units.ts';
import { quoteAt } from '../../market/chain.ts';
import type { OptionContract, Right } from '../../market/contract.ts';
import { yearsToExpiry } from '../../market/settlement.ts';
import { type Smile, smileVol } from '../../market/smile.ts';
import { type ExpirationView, withSmile } from '../../market/surface.ts';
import { type IndexSmile, indexSmile, smileSd } from '../../model/index-smile.ts';
import type { ModelMarket } from '../../model/model-market.ts';
import { impliedVol } from '../../quant/implied-vol.ts';
import type { ForwardCurve } from './forward-curve.ts';
import type { QuotedMarket } from './quoted-market.ts';
import { MODEL_ALONE, ratioOfQuote, type VolRatio } from './vol-ratio.ts';

/** Roots whose options settle on the S&P 500. */
export type IndexRoot = 'SPX' | 'SPXW' | 'XSP';

/** Where one SPX option stands today: its forward as quoted, and how its market differs from the model. */
export interface IndexAnchor {
  readonly kind: 'index';
  readonly root: IndexRoot;
  readonly expiration: IsoDate;
  readonly right: Right;
  /** To settlement, from the quotes. */
  readonly years: number;
  /** In points of the S&P 500. */
  readonly strike: number;
  /** Points of the S&P 500 per point of the contract's own underlying. */
  readonly scale: number;
  readonly forward: number;
  readonly rate: number;
  /** `parity`: of the option's own expiration; `interpolated`: between those of its neighbours. */
  readonly forwardSource: 'parity' | 'interpolated';
  /** By ln(K/F) over the model's variance-swap total vol, the smile grid's own coordinate. */
  readonly volRatio: VolRatio;
}

export const isIndexRoot = (root: string): root is IndexRoot =>
  root === 'SPX' || root === 'SPXW' || root === 'XSP';

/** The quoted expiration an option is read off: its own root; for XSP that of SPXW, else of SPX, a tenth of either. */
function viewOf({ surface }: QuotedMarket, { root, expiration }: OptionContract): ExpirationView | undefined {
  const sameDay = surface.expirations.filter(
    ({ chain, expiry }) => chain.expiration === expiration && expiry > 0,
  );
  const own = sameDay.find(({ chain }) => chain.root === root);
  if (own !== undefined || root !== 'XSP') return own;
  return sameDay.find(({ chain }) => chain.root === 'SPXW') ?? sameDay[0];
}

/**
 * The market's smile over the model's of the same expiration, at one standardised moneyness z:
 *
 *     ratio(z) = vol_market(F e^{z s}) / vol_model(F e^{z s}),   s = variance-swap vol times sqrt(T) of the model
 */
function smileRatio(smile: Smile, model: IndexSmile): VolRatio {
  const { forward, expiry, curve } = smile;
  const { swapSd } = model;
  const root = Math.sqrt(expiry);
  return {
    source: 'smile',
    low: curve.low / swapSd,
    high: curve.high / swapSd,
    at: (z) => {
      const logStrike = z * swapSd;
      return (smileVol(smile, forward * Math.exp(logStrike)) * root) / smileSd(model, logStrike);
    },
  };
}

/** The ratio at the one strike, from the middle of its out-of-the-money quote. */
function quoteRatio(
  { chain, forward: parity, expiry }: ExpirationView,
  strike: number,
  model: IndexSmile,
): VolRatio {
  const { forward, discount } = parity;
  const right = strike < forward ? 'put' : 'call';
  const quote = quoteAt(chain, strike, right);
  if (quote === undefined || !(quote.bid > 0 && quote.ask >= quote.bid)) return MODEL_ALONE;
  const premium = (quote.bid + quote.ask) / 2;
  const solved = impliedVol({ right, premium, forward, strike, expiry, discount });
  if (!solved.ok || !(solved.value > 0)) return MODEL_ALONE;
  return ratioOfQuote((solved.value * Math.sqrt(expiry)) / smileSd(model, Math.log(strike / forward)));
}

/** Reads the smiles of expirations as they are asked for, each once. */
export function indexAnchors(
  quoted: QuotedMarket,
  forwards: ForwardCurve,
  today: ModelMarket,
): (contract: OptionContract, root: IndexRoot) => IndexAnchor {
  const read = new Map<string, { readonly view: ExpirationView; readonly model: IndexSmile }>();
  const expirationOf = (contract: OptionContract) => {
    const found = viewOf(quoted, contract);
    if (found === undefined) return undefined;
    const key = `${found.chain.root} ${found.chain.expiration}`;
    const known = read.get(key);
    if (known !== undefined) return known;
    const view = found.smile === undefined ? withSmile(found) : found;
    const made = { view, model: indexSmile(today.smiles, view.expiry) };
    read.set(key, made);
    return made;
  };
  return (contract, root) => {
    const scale = root === 'XSP' ? 10 : 1;
    const strike = contract.strike * scale;
    const { expiration, right } = contract;
    const years = yearsToExpiry(quoted.surface.asOf, root, expiration);
    const common = { kind: 'index' as const, root, expiration, right, years, strike, scale };
    const found = expirationOf(contract);
    if (found === undefined)
      return {
        ...common,
        forward: forwards.forwardAt(years),
        rate: forwards.rateAt(years),
        forwardSource: 'interpolated',
        volRatio: MODEL_ALONE,
      };
    const { view, model } = found;
    return {
      ...common,
      forward: view.forward.forward,
      rate: view.forward.rate,
      forwardSource: 'parity',
      volRatio: view.smile === undefined ? quoteRatio(view, strike, model) : smileRatio(view.smile, model),
    };
  };
}
