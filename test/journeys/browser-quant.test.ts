import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { black76, plainKernels } from '../../src/quant/api.ts';
import { describeWithChromium, pageText } from '../chromium.ts';
import { rootPath } from './program.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html',
};

/** What the page computes; the same is computed here and the bits compared. */
const STRIKES = [4000, 4800, 4995, 5000, 5005, 5200, 6000];
const PAGE = `<!doctype html><body></body><script type="module">
  try {
    const { black76, compileKernels, plainKernels, wasmKernels } = await import('/quant/api.js');
    const column = (x) => Float64Array.from({ length: 7 }, () => x);
    const book = { sign: column(-1), forward: column(5000), strike: Float64Array.from(${JSON.stringify(STRIKES)}),
      vol: column(0.18), expiry: column(0.1), discount: column(0.99) };
    const price = (kernels) => {
      const { columns } = kernels.workspace(['premium', 'delta', 'gamma', 'vega', 'theta', 'rho'], 7);
      kernels.black76(book, columns);
      return [...columns.premium];
    };
    const module = compileKernels(new Uint8Array(await (await fetch('/quant/kernels.wasm')).arrayBuffer()));
    document.body.textContent = JSON.stringify({
      isolated: crossOriginIsolated,
      scalar: black76({ right: 'put', forward: 5000, strike: 4800, vol: 0.18, expiry: 0.1, discount: 0.99 }),
      plain: price(plainKernels),
      wasm: price(wasmKernels({ module })),
    });
  } catch (error) { document.body.textContent = 'failed: ' + error.stack; }
</script>`;

let server: Server;
let address = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    // Memory shared between threads is only given to pages that shut others out.
    const headers = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    };
    try {
      const body = path === '/' ? PAGE : readFileSync(join(rootPath('dist'), path));
      response.writeHead(200, {
        ...headers,
        'Content-Type': TYPES[path === '/' ? '.html' : extname(path)] ?? '',
      });
      response.end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

describeWithChromium('alvh/quant in a browser', () => {
  it('loads as it is, prices the same bits as here, and runs its WebAssembly', async () => {
    const text = await pageText(address);
    expect(text).not.toContain('failed');
    const found = JSON.parse(text);
    const { columns } = plainKernels.workspace(
      ['premium', 'delta', 'gamma', 'vega', 'theta', 'rho'],
      STRIKES.length,
    );
    const column = (x: number): Float64Array => new Float64Array(STRIKES.length).fill(x);
    plainKernels.black76(
      {
        sign: column(-1),
        forward: column(5000),
        strike: Float64Array.from(STRIKES),
        vol: column(0.18),
        expiry: column(0.1),
        discount: column(0.99),
      },
      columns,
    );
    expect(found.isolated).toBe(true);
    expect(found.scalar).toBe(
      black76({ right: 'put', forward: 5000, strike: 4800, vol: 0.18, expiry: 0.1, discount: 0.99 }),
    );
    expect(found.plain).toEqual([...columns.premium]);
    found.wasm.forEach((premium: number, i: number) => {
      // Within rounding of the larger leg.
      expect(Math.abs(premium - (columns.premium[i] as number))).toBeLessThan(1e-15 * 6000);
    });
  });
});
