import { GRID_DAYS, GRID_K } from '../../model/grid/smile-axes.ts';
import { indexExpiration, vixExpiration } from '../../model/model-market.ts';
import { type Clip, clipOutside } from './clip.ts';
import type { IndexAnchor } from './index-anchor.ts';
import type { ScenarioLeg } from './scenario-book.ts';
import type { ShockedMarket } from './shocked-market.ts';
import type { VixAnchor } from './vix-anchor.ts';

const DAYS_PER_YEAR = 365;
const [SHORTEST, LONGEST] = [GRID_DAYS[0], GRID_DAYS.at(-1) ?? 0];
const [LOWEST, HIGHEST] = [GRID_K[0], GRID_K.at(-1) ?? 0];

function indexClips(
  { market, elapsed, model }: ShockedMarket,
  anchor: IndexAnchor,
  symbol: string,
  spx: number,
) {
  const { root, expiration, forward, strike, volRatio } = anchor;
  const { smile, years } = indexExpiration(model, root, expiration);
  const moved = forward * Math.exp(-market.forwards.carry * elapsed) * (1 + spx);
  const z = Math.log(strike / moved) / smile.swapSd;
  return [
    ...clipOutside('maturity-outside-grid', years * DAYS_PER_YEAR, SHORTEST, LONGEST, symbol),
    ...clipOutside('strike-outside-grid', z, LOWEST, HIGHEST, symbol),
    ...clipOutside('strike-outside-quotes', z, volRatio.low, volRatio.high, symbol),
  ];
}

function vixClips({ elapsed, model }: ShockedMarket, anchor: VixAnchor, symbol: string): readonly Clip[] {
  const { expiration, years, lastQuoted, option, volRatio } = anchor;
  const left = years - elapsed;
  const { law } = vixExpiration(model, expiration);
  const moneyness = option === undefined ? 1 : option.strike / law.future;
  return [
    ...(lastQuoted === undefined ? [] : clipOutside('beyond-vx-curve', left, 0, lastQuoted, symbol)),
    ...clipOutside('strike-outside-quotes', moneyness, volRatio.low, volRatio.high, symbol),
  ];
}

/** Where the price of a leg rests on an edge after a shock; nothing for what settled on the way. */
export function legClips(
  shocked: ShockedMarket,
  { anchor, symbol }: ScenarioLeg,
  spx: number,
): readonly Clip[] {
  if (anchor.years <= shocked.elapsed) return [];
  return anchor.kind === 'index'
    ? indexClips(shocked, anchor, symbol, spx)
    : vixClips(shocked, anchor, symbol);
}
