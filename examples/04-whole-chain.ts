/** Forwards, implied vols, Greeks and an SVI slice for every expiration of a generated chain, on the fastest kernels here. */
import { loadKernels } from '../src/app/kernels.ts';
import { analyseChain } from '../src/market/chain-analytics.ts';
import { demoDay } from '../src/model/demo/demo-market.ts';
import { sviTotalVariance } from '../src/quant/smile/svi.ts';

const { spxChain } = demoDay().snapshot;
const { kernels, because, close } = loadKernels(1);
const { rows, expirations } = analyseChain(spxChain, kernels);
close();

console.log(`${rows.sign.length} SIMULATED quotes of ${spxChain.session}, ${kernels.name} (${because})`);
for (const { view, first, beyond, svi } of expirations) {
  const { chain, forward, expiry } = view;
  const solved = rows.vol.subarray(first, beyond).filter((one) => one > 0).length;
  const vol = svi.ok ? Math.sqrt(sviTotalVariance(svi.value.params, 0) / expiry) : Number.NaN;
  console.log(
    `${chain.root.padEnd(4)} ${chain.expiration}  forward ${forward.forward.toFixed(2)}  at the money ${(100 * vol).toFixed(2)} %` +
      `  ${solved} of ${beyond - first} mids have a vol`,
  );
}
