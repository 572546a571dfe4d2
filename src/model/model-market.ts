import { PreconditionError, requireFinite, requirePositive } from '../core/errors.ts';
import { type EpochMs, type IsoDate, type Points, points } from '../core/units.ts';
import type { Contract, OptionContract, OptionRoot } from '../market/contract.ts';
import { yearsToExpiry } from '../market/settlement.ts';
import {
  type IndexSmile,
  type IndexSmiles,
  indexSmile,
  indexSmiles,
  smilePremium,
  smileSd,
} from './index-smile.ts';
import type { JointModel } from './joint-model.ts';
import type { FactorState } from './two-factor.ts';
import { type VixLaw, vixCall, vixLaw, vixPut } from './vix-law.ts';
import type { VxShift } from './vx-shift.ts';

/** What a modelled market is made of: the factors say all about volatility, the rest is level and carry. */
export interface ModelMarketInputs {
  readonly model: JointModel;
  /** The instant the prices are for; time to each settlement counts from it. */
  readonly asOf: EpochMs;
  readonly state: FactorState;
  /** SPX, index points. */
  readonly spot: number;
  /** Continuously compounded, per year. */
  readonly rate: number;
  readonly dividendYield: number;
  /** Makes the model's VX futures the quoted ones; without it they are the model's own. */
  readonly shift?: VxShift;
}

/** One settlement of SPX options. */
export interface IndexExpiration {
  readonly years: number;
  readonly forward: number;
  readonly discount: number;
  readonly smile: IndexSmile;
}

/** One settlement of VIX contracts; `law.future` is the VX future. */
export interface VixExpiration {
  readonly years: number;
  readonly discount: number;
  readonly law: VixLaw;
}

/** Prices SPX and VIX contracts consistently; an expiration is worked out when something on it is first asked for. */
export interface ModelMarket extends ModelMarketInputs {
  readonly smiles: IndexSmiles;
  readonly indexExpirations: Map<string, IndexExpiration>;
  readonly vixExpirations: Map<string, VixExpiration>;
}

/** @throws PreconditionError for a level that is not > 0 or a rate that is no number */
export function modelMarket(inputs: ModelMarketInputs): ModelMarket {
  requirePositive('spot', inputs.spot);
  requireFinite('rate', inputs.rate);
  requireFinite('dividendYield', inputs.dividendYield);
  return {
    ...inputs,
    smiles: indexSmiles(inputs.model, inputs.state),
    indexExpirations: new Map(),
    vixExpirations: new Map(),
  };
}

const requireAlive = (root: string, expiration: IsoDate, years: number): void => {
  if (!(years > 0))
    throw new PreconditionError(`${root} ${expiration}`, 'must settle after the instant priced', years);
};

/** Forward, discount and smile of an SPX expiration. @throws PreconditionError once it has settled */
export function indexExpiration(
  market: ModelMarket,
  root: 'SPX' | 'SPXW' | 'XSP',
  expiration: IsoDate,
): IndexExpiration {
  const key = `${root} ${expiration}`;
  const known = market.indexExpirations.get(key);
  if (known !== undefined) return known;
  const years = yearsToExpiry(market.asOf, root, expiration);
  requireAlive(root, expiration, years);
  const made = {
    years,
    forward: market.spot * Math.exp((market.rate - market.dividendYield) * years),
    discount: Math.exp(-market.rate * years),
    smile: indexSmile(market.smiles, years),
  };
  market.indexExpirations.set(key, made);
  return made;
}

/** The law of VIX at a settlement. @throws PreconditionError once it has settled */
export function vixExpiration(market: ModelMarket, expiration: IsoDate): VixExpiration {
  const known = market.vixExpirations.get(expiration);
  if (known !== undefined) return known;
  const years = yearsToExpiry(market.asOf, 'VIX', expiration);
  requireAlive('VIX', expiration, years);
  const { model, state, shift, rate } = market;
  const scale = shift?.(years) ?? 1;
  const made = {
    years,
    discount: Math.exp(-rate * years),
    law: vixLaw(model.parameters, model.vix, state, years, { scale }),
  };
  market.vixExpirations.set(expiration, made);
  return made;
}

/** Annualised Black vol of an SPX strike on its forward, decimal. */
export const indexVol = ({ forward, smile, years }: IndexExpiration, strike: number): number =>
  smileSd(smile, Math.log(strike / forward)) / Math.sqrt(years);

/** Points of the index per point of the contract's own underlying. */
const indexScale = (root: OptionRoot): number => (root === 'XSP' ? 10 : 1);

function indexOptionPrice(market: ModelMarket, { root, expiration, strike, right }: OptionContract): number {
  const scale = indexScale(root);
  const { forward, discount, smile } = indexExpiration(market, root as 'SPX', expiration);
  const own = strike * scale;
  const intrinsic = Math.max(right === 'call' ? forward - own : own - forward, 0);
  const time = forward * smilePremium(smile, Math.log(own / forward));
  return (discount * (intrinsic + time)) / scale;
}

/**
 * The model's fair value of one contract, points of its own underlying.
 *
 * @throws PreconditionError for a contract the model does not know (SPY: an American option on shares with dividends) and
 *   for one that has settled
 */
export function modelPrice(market: ModelMarket, contract: Contract): Points {
  if (contract.kind === 'future') return points(vixExpiration(market, contract.expiration).law.future);
  switch (contract.root) {
    case 'SPX':
    case 'SPXW':
    case 'XSP':
      return points(indexOptionPrice(market, contract));
    case 'VIX':
    case 'VIXW': {
      const { law, discount } = vixExpiration(market, contract.expiration);
      const undiscounted =
        contract.right === 'call' ? vixCall(law, contract.strike) : vixPut(law, contract.strike);
      return points(discount * undiscounted);
    }
    case 'SPY':
      throw new PreconditionError(
        'contract',
        'must be on SPX, XSP or VIX: the model has no dividends in cash',
        contract.root,
      );
  }
}
