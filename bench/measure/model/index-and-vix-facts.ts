import { beta } from '../../../src/quant/finance/beta.ts';
import { rollingRealisedVol } from '../../../src/quant/series/realised-vol.ts';
import { stdDev } from '../../../src/quant/stats.ts';
import {
  type MarketColumns,
  meanOf,
  percentileOf,
  type StylisedFact,
  shareOf,
  stylisedFact,
} from './market-columns.ts';

const MONTH = 21;

/** VIX less the volatility of the 21 sessions that follow, vol points. */
function premiums({ spx, vix }: MarketColumns): Float64Array {
  const realised = rollingRealisedVol(spx, MONTH);
  return vix.map((value, i) => value - 100 * (realised.values[i + MONTH - realised.first] ?? Number.NaN));
}

/** Daily index log-returns beside the moves of ln VIX, on the sessions that have both. */
function dailyMoves({ spx, vix }: MarketColumns): { readonly market: number[]; readonly asset: number[] } {
  const [market, asset]: [number[], number[]] = [[], []];
  for (let i = 1; i < spx.length; i++) {
    const move = Math.log((vix[i] as number) / (vix[i - 1] as number));
    if (Number.isNaN(move)) continue;
    market.push(Math.log((spx[i] as number) / (spx[i - 1] as number)));
    asset.push(move);
  }
  return { market, asset };
}

function vixBeta(columns: MarketColumns): number | undefined {
  const line = beta(dailyMoves(columns));
  return line.ok ? line.value.beta : undefined;
}

function vixCorrelation(columns: MarketColumns): number | undefined {
  const moves = dailyMoves(columns);
  const line = beta(moves);
  return line.ok ? (line.value.beta * stdDev(moves.market)) / stdDev(moves.asset) : undefined;
}

/** Tomorrow's squared return, annualised, over the variance VIX states today, where VIX is in a range. */
function realisedOverImplied({ spx, vix }: MarketColumns, from: number, below: number): number | undefined {
  const shares = vix.map((value, i) => {
    const r = Math.log((spx[i + 1] ?? Number.NaN) / (spx[i] as number));
    return value >= from && value < below ? (252 * r * r) / (value / 100) ** 2 : Number.NaN;
  });
  return meanOf(shares);
}

function vixAfterFall({ spx, vix }: MarketColumns): number | undefined {
  const moves = vix.map((value, i) => {
    const r = Math.log((spx[i] as number) / (spx[i - 1] ?? Number.NaN));
    return r < -0.02 ? value - (vix[i - 1] as number) : Number.NaN;
  });
  return meanOf(moves);
}

/** Where VIX starts in the conditional moves: calm, so that a panic already under way is not counted. */
const CALM = { from: 13, to: 20 } as const;

/** Moves of VIX over windows that begin calm and in which the index moved by a share in [from, below). */
function conditionalMoves(
  { spx, vix }: MarketColumns,
  sessions: number,
  from: number,
  below: number,
): Float64Array {
  return vix.map((value, i) => {
    const move = (spx[i + sessions] ?? Number.NaN) / (spx[i] as number) - 1;
    const isCase = value >= CALM.from && value <= CALM.to && move >= from && move < below;
    return isCase ? (vix[i + sessions] as number) - value : Number.NaN;
  });
}

/** A range of index moves: its id, the sessions they take, the moves in percent and how they are said. */
interface MoveRange {
  readonly id: string;
  readonly sessions: number;
  readonly from: number;
  readonly below: number;
}

const MOVE_RANGES: readonly MoveRange[] = [
  { id: 'vix-1d-fall-beyond-4', sessions: 1, from: -100, below: -4 },
  { id: 'vix-1d-fall-3-4', sessions: 1, from: -4, below: -3 },
  { id: 'vix-1d-fall-2-3', sessions: 1, from: -3, below: -2 },
  { id: 'vix-1d-fall-1-2', sessions: 1, from: -2, below: -1 },
  { id: 'vix-1d-rise-1-2', sessions: 1, from: 1, below: 2 },
  { id: 'vix-5d-fall-beyond-8', sessions: 5, from: -100, below: -8 },
  { id: 'vix-5d-fall-5-8', sessions: 5, from: -8, below: -5 },
  { id: 'vix-5d-fall-3-5', sessions: 5, from: -5, below: -3 },
  { id: 'vix-21d-fall-beyond-15', sessions: 21, from: -100, below: -15 },
  { id: 'vix-21d-fall-10-15', sessions: 21, from: -15, below: -10 },
  { id: 'vix-21d-fall-6-10', sessions: 21, from: -10, below: -6 },
];

const moveFact = ({ id, sessions, from, below }: MoveRange): StylisedFact => {
  const range = from === -100 ? `below ${below} %` : `from ${from} to ${below} %`;
  return stylisedFact(
    id,
    `median VIX move over ${sessions} session${sessions === 1 ? '' : 's'} from VIX ${CALM.from}-${CALM.to} when SPX moves ${range}`,
    1,
    (columns) => percentileOf(conditionalMoves(columns, sessions, from / 100, below / 100), 0.5),
    'VIX points',
  );
};

/** What VIX does when the index moves, and what the index does after VIX has spoken. */
export const INDEX_AND_VIX_FACTS: readonly StylisedFact[] = [
  stylisedFact(
    'premium-mean',
    'mean VIX less the volatility realised over the next 21 sessions',
    1,
    (c) => meanOf(premiums(c)),
    'vol points',
  ),
  stylisedFact('premium-share', 'share of days on which that is positive', 2, (c) =>
    shareOf(premiums(c), (p) => p > 0),
  ),
  stylisedFact('spx-vix-correlation', 'correlation of daily returns and ln VIX moves', 2, vixCorrelation),
  stylisedFact('spx-vix-beta', 'slope of ln VIX moves on daily returns', 1, vixBeta),
  stylisedFact(
    'vix-after-2',
    'mean VIX move on days with a log-return below -2 %',
    1,
    vixAfterFall,
    'VIX points',
  ),
  stylisedFact('realised-share-calm', "tomorrow's squared return over VIX^2 when VIX is below 13", 2, (c) =>
    realisedOverImplied(c, 0, 13),
  ),
  stylisedFact('realised-share-13-20', 'the same when VIX is in 13-20', 2, (c) =>
    realisedOverImplied(c, 13, 20),
  ),
  stylisedFact('realised-share-20-35', 'the same when VIX is in 20-35', 2, (c) =>
    realisedOverImplied(c, 20, 35),
  ),
  stylisedFact('realised-share-panic', 'the same when VIX is above 35', 2, (c) =>
    realisedOverImplied(c, 35, 1000),
  ),
  ...MOVE_RANGES.map(moveFact),
];
