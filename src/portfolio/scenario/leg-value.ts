import type { Right } from '../../market/contract.ts';
import { type IndexSmile, smilePremium, smileSd } from '../../model/index-smile.ts';
import { indexExpiration, vixExpiration } from '../../model/model-market.ts';
import { vixCall, vixPut } from '../../model/vix-law.ts';
import { otmPremium } from '../../quant/black76.ts';
import type { IndexAnchor } from './index-anchor.ts';
import type { ShockedMarket } from './shocked-market.ts';
import { lawVol, type VixAnchor } from './vix-anchor.ts';
import { ratioAt, type VolRatio } from './vol-ratio.ts';

/** Worth of one contract by the relative move of SPX, points of its own underlying. */
export type ValueOfMove = (spx: number) => number;

const intrinsic = (right: Right, level: number, strike: number): number =>
  Math.max(right === 'call' ? level - strike : strike - level, 0);

/** Undiscounted premium of the out-of-the-money SPX option of a strike: the model's smile times the market's ratio to it. */
function indexPremium(smile: IndexSmile, volRatio: VolRatio, forward: number, strike: number): number {
  const logStrike = Math.log(strike / forward);
  if (volRatio.source === 'model') return forward * smilePremium(smile, logStrike);
  const sd = smileSd(smile, logStrike) * ratioAt(volRatio, logStrike / smile.swapSd);
  return otmPremium(forward, strike, sd);
}

/**
 * An SPX option after a shock, on its own forward:
 *
 *     F' = F (1 + dS) e^{-c t},   s' = s_model'(z) ratio(z),   z = ln(K / F') / (model's variance-swap total vol')
 *
 * F is today's parity forward and c the carry lost over the t years that pass. What settles on the way settles on SPX where
 * it stands by then, the move being even in time.
 */
function indexValue({ market, elapsed, model }: ShockedMarket, anchor: IndexAnchor): ValueOfMove {
  const { right, years, strike, scale, forward, rate, volRatio } = anchor;
  if (years <= elapsed) {
    const { spot } = market.quoted;
    return (spx) => intrinsic(right, spot * (1 + (spx * years) / elapsed), strike) / scale;
  }
  const { smile } = indexExpiration(model, anchor.root, anchor.expiration);
  const discount = Math.exp(-rate * (years - elapsed)) / scale;
  const carried = forward * Math.exp(-market.forwards.carry * elapsed);
  return (spx) => {
    const moved = carried * (1 + spx);
    return discount * (intrinsic(right, moved, strike) + indexPremium(smile, volRatio, moved, strike));
  };
}

/**
 * A VIX contract after a shock, on its own future; SPX itself does not enter. An option's vol is the model's at its strike
 * times the ratio that quotes had to the model at the same K/F. What settles on the way settles on VIX where it stands.
 */
function vixValue({ market, levels, elapsed, model }: ShockedMarket, anchor: VixAnchor): number {
  const { expiration, option, years, rate, volRatio } = anchor;
  if (years <= elapsed) {
    const { vix } = market.quoted;
    const onTheWay = vix + ((levels.vix - vix) * years) / elapsed;
    return option === undefined ? onTheWay : intrinsic(option.right, onTheWay, option.strike);
  }
  const { law } = vixExpiration(model, expiration);
  if (option === undefined) return law.future;
  const { right, strike } = option;
  const discount = Math.exp(-rate * (years - elapsed));
  const vol = volRatio.source === 'model' ? undefined : lawVol(law, strike);
  if (vol === undefined) return discount * (right === 'call' ? vixCall(law, strike) : vixPut(law, strike));
  const sd = vol * ratioAt(volRatio, strike / law.future) * Math.sqrt(law.years);
  return discount * (intrinsic(right, law.future, strike) + otmPremium(law.future, strike, sd));
}

/** What a contract is worth in a shocked market, for any move of SPX; all that does not depend on the move is done once. */
export function valueOfMove(shocked: ShockedMarket, anchor: IndexAnchor | VixAnchor): ValueOfMove {
  if (anchor.kind === 'index') return indexValue(shocked, anchor);
  const value = vixValue(shocked, anchor);
  return () => value;
}
