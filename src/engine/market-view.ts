import { dateOfDay } from '../core/dates.ts';
import { points } from '../core/units.ts';
import { type History, observationOn, type Series } from '../market/history.ts';
import { smileVol } from '../market/smile.ts';
import type { ExpirationView } from '../market/surface.ts';
import { vixFromChain } from '../market/vix-from-chain.ts';
import { proxiedContango, termStructure } from '../market/vix-term-structure.ts';
import type { MarketReading } from '../strategy/market-reading.ts';
import type { ForwardRow, MarketView, SmileView, VixFromChainView, VxCurveView } from './day-sheet.ts';

/** Series the page draws, and how far back: a quarter of sessions. */
const SHOWN = ['SPX.close', 'VIX.close', 'VIX3M.close', 'VVIX.close'] as const;
const SHOWN_SESSIONS = 66;
/** Expirations on the sheet: the ladder's window with room to spare. */
const SHOWN_DTE = 60;
const SMILE_POINTS = 61;
/** The smile is drawn this many expected moves to either side. */
const SMILE_REACH = 4;

function forwardRow({ chain, dte, expiry, forward, smile }: ExpirationView): ForwardRow {
  return {
    root: chain.root,
    expiration: chain.expiration,
    dte,
    expiry,
    forward: forward.forward,
    rate: forward.rate,
    ...(smile === undefined
      ? {}
      : {
          atmVol: smile.atmVol,
          expectedMove: points(forward.forward * smile.atmVol * Math.sqrt(expiry)),
          smileError: smile.rmse,
          smileQuotes: smile.quotes.length,
        }),
  };
}

function smileView({ chain, expiry, forward, smile }: ExpirationView): SmileView | undefined {
  if (smile === undefined) return undefined;
  const move = forward.forward * smile.atmVol * Math.sqrt(expiry);
  const [low, high] = [forward.forward - SMILE_REACH * move, forward.forward + SMILE_REACH * move];
  const strikes = Array.from(
    { length: SMILE_POINTS },
    (_, i) => low + ((high - low) * i) / (SMILE_POINTS - 1),
  );
  return {
    root: chain.root,
    expiration: chain.expiration,
    strikes,
    fitted: strikes.map((strike) => smileVol(smile, points(strike))),
    quoted: smile.quotes
      .filter(({ strike }) => strike >= low && strike <= high)
      .map(({ strike, vol }) => ({ strike, vol })),
  };
}

function vxCurveView({ vxCurve, family }: MarketReading): VxCurveView | undefined {
  if (vxCurve !== undefined) return { ...termStructure(vxCurve), contangoSource: 'vx' };
  if (family?.vix3m === undefined) return undefined;
  return { contracts: [], contango: proxiedContango(family.vix, family.vix3m), contangoSource: 'proxied' };
}

function chainVix({ surface, family }: MarketReading): VixFromChainView | undefined {
  const computed = vixFromChain(surface);
  if (!computed.ok) return undefined;
  const { value, near, next } = computed.value;
  return { value, near, next, ...(family === undefined ? {} : { gapToClose: value - family.vix }) };
}

const tail = ({ days, values }: Series) =>
  Array.from(days.subarray(-SHOWN_SESSIONS), (day, i) => ({
    date: dateOfDay(day),
    value: values[Math.max(0, values.length - SHOWN_SESSIONS) + i] ?? 0,
  }));

function recent(past: History): MarketView['recent'] {
  return Object.fromEntries(
    SHOWN.flatMap((name) => {
      const series = past.series(name);
      return series === undefined ? [] : [[name, tail(series)]];
    }),
  );
}

/** The market as the sheet shows it. */
export function marketView(market: MarketReading, past: History): MarketView {
  const close = observationOn(past.series('SPX.close'), market.session)?.value;
  const { family, vvix, rv20, edr } = market;
  const shown = market.surface.expirations.filter(({ dte }) => dte >= 0 && dte <= SHOWN_DTE);
  const nearMonth = [...shown]
    .filter(({ smile }) => smile !== undefined)
    .sort((a, b) => Math.abs(a.dte - 30) - Math.abs(b.dte - 30))[0];
  const vixFrom = chainVix(market);
  const curve = vxCurveView(market);
  const smile = nearMonth === undefined ? undefined : smileView(nearMonth);
  return {
    spx: market.spot,
    ...(close === undefined ? {} : { spxClose: points(close) }),
    ...family,
    ...(vvix === undefined ? {} : { vvix }),
    ...(vixFrom === undefined ? {} : { vixFromChain: vixFrom }),
    ...(rv20 === undefined ? {} : { realisedVol20: rv20 }),
    ...(edr === undefined ? {} : { edr }),
    forwards: shown.map(forwardRow),
    ...(curve === undefined ? {} : { vxCurve: curve }),
    ...(smile === undefined ? {} : { smile }),
    recent: recent(past),
  };
}
