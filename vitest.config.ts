import { defineConfig } from 'vitest/config';
import { everyTest } from './test/support/run/lanes.ts';

/** Every test: `npm test`. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: [everyTest],
    globalSetup: ['test/support/run/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default', './test/support/run/closing-line.ts'],
  },
});
