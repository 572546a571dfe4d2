import type { Row } from './row.ts';

/** One number an issue asks for: its id and the sentence it answers. */
export interface Question {
  readonly id: string;
  readonly says: string;
}

/** Rows computed together, and what they answer. */
export interface RowGroup {
  readonly questions: readonly Question[];
  /** Modules are loaded when asked, so that `--list` and `--only` cost nothing else. */
  readonly run: (options: RunOptions) => Promise<readonly Row[]>;
  /** Whether a later run without `--full` shows what the last full one measured. */
  readonly isRemembered?: boolean;
}

export interface RunOptions {
  /** The sizes an issue states, which may take longer than ten minutes. */
  readonly full: boolean;
}

const q = (id: string, says: string): Question => ({ id, says });

/** Correctness and realism: what `npm run validate` prints. */
export const VALIDATION: readonly RowGroup[] = [
  {
    questions: [
      q('day.black76-price', 'Black-76 premium is within 1e-15 x max(F, K) of the 60-digit reference'),
      q('day.black76-greeks', 'Greeks are within 1e-11 relative where |value| > 1e-6 and T >= 1 day'),
      q('day.implied-vol', 'implied vol is within 1e-11 relative on the SPX-like rows'),
      q('day.implied-vol-all', 'implied vol on every row of the reference'),
      q('day.indicators', 'RSI, MACD, EMA, SMA and ATR are within 1e-12 relative of TA-Lib'),
      q('day.bollinger', 'Bollinger bands are within 2e-8 relative of TA-Lib'),
      q('day.vix-whitepaper-2009', 'the 2009 Cboe example gives 61.217999'),
      q('day.vix-whitepaper-2014', 'the 2014-2019 Cboe example gives 13.685821'),
      q('day.vix-whitepaper-current', 'the current Cboe example gives 13.927842'),
      q('day.vix-whitepaper-sums', 'every intermediate sum of the three examples, to the printed digits'),
    ],
    run: async () => (await import('./rows/quant.ts')).quantRows(),
  },
  {
    questions: [
      q('day.calendar-xnys', 'sessions, opens and closes 1990-2023 equal the exchange list'),
      q('day.calendar-holidays', 'full-day closures 2000-2030 equal the list'),
      q('day.calendar-early-closes', 'half days 2000-2030 equal the list'),
      q('day.calendar-vix-expirations', 'monthly VIX expirations 2004-2030 equal the list'),
      q('day.calendar-vix-irregular', 'VIX settlements off Wednesday equal the list'),
      q('day.calendar-spx-expirations', 'monthly SPX expirations 2000-2030 equal the list'),
      q('day.calendar-fomc', 'FOMC dates equal two lists'),
    ],
    run: async () => (await import('./rows/calendar.ts')).calendarRows(),
  },
  {
    questions: [
      q('day.vix-chains', 'how many real SPX chains give a VIX'),
      q(
        'day.vix-close-median-gap',
        'on close snapshots the recomputed VIX is within 0.05 of the published close in the median',
      ),
      q('day.vix-in-range', 'every recomputed VIX lies in the published low-high range +-0.1'),
      q('day.vix-2023-05-26', '2023-05-26 gives 17.96 against the published 17.95'),
      q('day.smile-inside-spread', 'the fitted smile prices the quotes it saw inside bid and ask'),
      q('day.smile-unseen', 'it prices quotes left out of the fit inside bid and ask'),
      q('day.smile-rmse', 'its error against the mids, in vol points'),
      q('day.smile-calendar', 'total variance seldom falls from one expiration to the next'),
    ],
    run: async () => (await import('./rows/vix.ts')).vixRows(),
  },
  {
    questions: [
      q('day.import-all-seconds', 'seconds to import everything held, in one command'),
      q('day.import-idempotent', 'a second import changes no file of the lake'),
      q('day.import-refused', 'how many files are refused, by reason'),
      q('day.import-verdicts', 'every chain file is used or refused as its index says'),
      q('day.import-load', 'milliseconds to open what one day reads'),
      q('day.import-kill9', 'imports killed half-way leave an intact lake (100 kills with --full)'),
    ],
    run: async (options) => (await import('./rows/data.ts')).dataRows(options),
  },
  {
    questions: [
      q('day.signal-coverage', 'weight of readable signals by year, and which are absent'),
      q('day.score-percentiles', 'percentiles of the confluence score 2007-2021 against the methodology'),
      q('day.score-r2-on-contango', 'how much of the score contango alone explains'),
      q('day.regime-shares', 'share of days in each regime 2007-2021 against the methodology'),
      q('day.edr-or-vix-share', 'share of days with EDR > 0.94 or VIX > 16'),
      q('day.regime-first-run', 'a first run agrees with a daily run on label and memory'),
    ],
    run: async () => (await import('./rows/signals.ts')).signalRows(),
  },
  {
    questions: [
      q(
        'day.hedge-unit',
        'cost and scenario gains of one 4/4/2 hedge unit, with the betas before and after the amendment',
      ),
    ],
    run: async () => (await import('./rows/hedge.ts')).hedgeRows(),
  },
  {
    questions: [
      q('day.chains-2019', 'every importable 2019 chain day is decided: proposed, stood aside, and why'),
      q('day.identical', 'the same inputs give the same bytes on a second run'),
      q('day.wall', 'wall time of one decided day'),
      q(
        'day.bounded-loss',
        'no proposed condor can lose more than its stated maximum at any settlement level',
      ),
      q('day.look-ahead', 'poisoning everything available after the decision changes no sheet'),
    ],
    run: async () => (await import('./rows/days.ts')).dayRows(),
  },
  {
    questions: [
      q('kernel.accuracy.scalar', 'the scalar functions against references of 25 digits and more'),
      q('kernel.accuracy.typescript', 'the batch kernels in plain TypeScript against the same'),
      q('kernel.accuracy.wasm-simd', 'the batch kernels in WebAssembly SIMD against the same'),
      q('kernel.accuracy.sharpe-inference', 'PSR, DSR, E[max] and MinBTL against their reference'),
      q('kernel.accuracy.pbo', 'PBO by CSCV against brute force'),
      q('kernel.accuracy.irr', 'IRR and XIRR against their reference'),
      q('kernel.accuracy.american', 'American premiums against the verified table'),
      q('kernel.accuracy.alo', "early-exercise premiums against the paper's table"),
      q('kernel.accuracy.american-dividends', 'American premiums with cash dividends against a grid'),
    ],
    run: async () => (await import('./rows/kernel-accuracy.ts')).kernelAccuracyRows(),
  },
  {
    questions: [
      q('model.golden.quintic', 'the published quintic models give their published numbers'),
      q('model.golden.indices', 'VIX, VIX3M and VIX6M of the specified model at its check states'),
      q('model.golden.future', 'its VX futures and VVIX at the same states, and its futures curve'),
      q('model.golden.inversion', 'its factors from VIX and VIX3M'),
      q('model.golden.condor', 'its fair condors at 24 and 46 days, from paths of our own'),
      q('model.golden.scenario', 'its condor and VIX call after five joint shocks'),
      q('model.condor', 'credits off the shipped grid are the drawn mean pay-offs, within 3 standard errors'),
      q('model.grid', 'implied vols of the shipped grid between its nodes, against other paths'),
    ],
    run: async () => (await import('./rows/model-golden.ts')).modelGoldenRows(),
  },
  {
    questions: [
      q(
        'model.arbitrage',
        'modelled surfaces of 150 real sessions sell no butterfly and no calendar for nothing',
      ),
    ],
    run: async () => (await import('./rows/model-arbitrage.ts')).modelArbitrageRows(),
  },
  {
    questions: [
      q('model.scenario-tables', 'replays, conditional VIX and slope rule are those of the data'),
      q('model.fact', 'stylised facts of the realistic world: 10-90 % band of 96 paths beside history'),
    ],
    run: async () => (await import('./rows/model-worlds.ts')).modelWorldRows(),
  },
  {
    questions: [
      q('kernel.tenor', 'VIX9D, VIX, VIX3M, VIX6M and SKEW from real chains against the published closes'),
    ],
    run: async () => (await import('./rows/tenors.ts')).tenorRows(),
  },
  {
    questions: [
      q(
        'kernel.known-wrong',
        'questions other libraries answer wrongly: ours holds, and theirs still differs',
      ),
    ],
    run: async () => (await import('./known-wrong/rows.ts')).knownWrongRows(),
  },
  {
    questions: [
      q(
        'model.inversion',
        'every session since 1990 is turned into factors that show its VIX and VIX3M again',
      ),
      q('model.chain.vol', 'implied vols of model chains against real ones, by year, days and delta'),
      q(
        'model.chain.credit',
        'credits of model condors against real ones: 10 % or less at 30 days in the median',
      ),
      q(
        'model.vx',
        'VX futures of the model, which knows VIX and VIX3M alone, against 15 years of settlements',
      ),
      q('model.vix-chain', 'VIX options of the model against the one real chain, by days and strike'),
    ],
    run: async () => (await import('./rows/model-chains.ts')).modelChainRows(),
  },
];

/** Speed: what `npm run bench` prints. */
export const BENCHES: readonly RowGroup[] = [
  {
    questions: [
      q(
        'kernel.target.price-wasm',
        'premium and five Greeks of a random book: WebAssembly against QuantLib C++',
      ),
      q('kernel.target.price-typescript', 'the same in plain TypeScript'),
      q('kernel.european', 'what everyone takes per option'),
      q('kernel.european-no-yield', 'the same without yields, which most npm packages cannot price'),
    ],
    run: async () => (await import('./rows/kernel-european.ts')).europeanRows(),
  },
  {
    questions: [
      q('kernel.target.vol-wasm', 'implied vol: WebAssembly against one QuantLib price with Greeks'),
      q('kernel.target.vol-typescript', 'the same in plain TypeScript'),
      q('kernel.implied-vol', 'what everyone takes per vol'),
    ],
    run: async () => (await import('./rows/kernel-european.ts')).impliedVolRows(),
  },
  {
    questions: [
      q(
        'kernel.target.american',
        'an American put takes no longer than QuantLib QdFp, fast and accurate, at no larger error',
      ),
      q('kernel.american', 'what everyone takes per option'),
    ],
    run: async (options) => (await import('./rows/kernel-american.ts')).americanRows(options),
  },
  {
    questions: [
      q('kernel.target.indicator', 'indicators are three times as fast as the best npm package'),
      q('kernel.indicator', 'what everyone takes per bar'),
    ],
    run: async () => (await import('./rows/kernel-indicators.ts')).indicatorRows(),
  },
  {
    questions: [
      q('kernel.normal', 'normal distribution functions: time and accuracy'),
      q('kernel.xirr', 'dated internal rates of return'),
      q('kernel.irr', 'internal rates of return'),
    ],
    run: async () => (await import('./rows/kernel-indicators.ts')).otherPeerRows(),
  },
  {
    questions: [
      q('kernel.target.two-threads', 'two threads against one on a million options'),
      q('kernel.threads', 'the same on smaller books'),
    ],
    run: async () => (await import('./rows/kernel-european.ts')).threadRows(),
  },
  {
    questions: [
      q(
        'kernel.target.whole-chain',
        'a whole real SPX chain: forwards, vols, Greeks and SVI of every expiration',
      ),
    ],
    run: async () => (await import('./rows/kernel-chain.ts')).chainRows(),
  },
  {
    questions: [
      q('kernel.target.svi-slice', 'an SVI slice on real quotes takes at most a millisecond'),
      q('kernel.smile.svi', 'no SVI slice of a real chain has butterfly arbitrage between its quotes'),
      q('kernel.smile.essvi', 'no eSSVI surface of a real chain has butterfly or calendar arbitrage'),
      q('kernel.smile.law', 'the densities of real smiles hold all the mass and the forward'),
    ],
    run: async () => (await import('./rows/smile-fits.ts')).smileFitRows(),
  },
  {
    questions: [
      q('model.speed.spx-chains', 'milliseconds of a whole modelled SPX chain, forty expirations'),
      q('model.speed.vix-chains', 'milliseconds of a whole modelled VIX chain, twelve expirations'),
      q(
        'model.speed.lazy-book',
        'seconds to mark a book of twelve legs over five thousand modelled sessions',
      ),
      q(
        'model.speed.scenario-grid',
        'milliseconds of a 21 x 21 scenario grid of thirty legs, beside QuantLib',
      ),
    ],
    run: async () => (await import('./rows/model-speed.ts')).modelSpeedRows(),
  },
  {
    questions: [q('day.stage', 'one day of `alvh day`, split by stage, each as a share of the whole')],
    run: async () => (await import('./rows/day-stages.ts')).dayStageRows(),
  },
  {
    questions: [
      q('day.npm-start', 'seconds of `npm start` from a clean clone, cold and warm (with --full)'),
      q('day.npm-test', 'seconds of `npm test` in a clone (with --full)'),
    ],
    run: async (options) => (await import('./rows/npm-start.ts')).npmStartRows(options),
    isRemembered: true,
  },
];
