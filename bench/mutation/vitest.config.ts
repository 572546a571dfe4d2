import { defineConfig } from 'vitest/config';

/** The tests a mutant of `src/quant` may be killed by. */
export default defineConfig({
  test: {
    include: ['src/quant/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    maxWorkers: 1,
  },
});
