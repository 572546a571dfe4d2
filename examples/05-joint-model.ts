/** SPX options, a VX future and a VIX call from one VIX and one VIX3M, and what a joint shock does to them. */
import { isoDate } from '../src/core/dates.ts';
import { optionContract } from '../src/market/contract-registry.ts';
import { stockClose } from '../src/market/session-calendar.ts';
import { jointModel } from '../src/model/joint-model.ts';
import { modelMarket, modelPrice, vixExpiration } from '../src/model/model-market.ts';
import { volState } from '../src/model/vol-state.ts';

const model = jointModel();
const put = optionContract({ root: 'SPXW', expiration: isoDate('2024-07-05'), strike: 5000, right: 'put' });
const call = optionContract({ root: 'VIX', expiration: isoDate('2024-07-17'), strike: 20, right: 'call' });

/** Prices on 2024-06-03 for a level of SPX and the pair of volatility indices beside it. */
function show(name: string, spot: number, vix: number, vix3m: number): void {
  const state = volState(model.vix, model.vix3m, vix, vix3m);
  if (!state.ok) {
    console.log(`${name}: ${state.failure.detail}`);
    return;
  }
  const market = modelMarket({
    model,
    asOf: stockClose(isoDate('2024-06-03')),
    state: state.value,
    spot,
    rate: 0.052,
    dividendYield: 0.0135,
  });
  const future = vixExpiration(market, call.expiration).law.future;
  const prices = [modelPrice(market, put), future, modelPrice(market, call)].map((price) => price.toFixed(2));
  console.log(`${name.padEnd(12)} put ${prices[0]}  VX ${prices[1]}  VIX call ${prices[2]}`);
}

show('that day', 5283.4, 13.1, 15.2);
show('-8 %, +20', 5283.4 * 0.92, 33.1, 27.4);
show('impossible', 5283.4, 13.1, 60);
