import { defineConfig } from 'vitest/config';

/** The tests a mutant of `src/quant` may be killed by: all of its own, or those MUTATE_TESTS names, which is quicker. */
export default defineConfig({
  test: {
    include: [process.env['MUTATE_TESTS'] ?? 'src/quant/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    maxWorkers: 1,
  },
});
