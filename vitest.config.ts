import { defineConfig } from 'vitest/config';
import { everyTest } from './test/support/run/lanes.ts';

/** Leads to the source of what is built for others: see the `exports` of packages/relying-party. */
const conditions = ['signet-source', 'module', 'node', 'development|production'];

/** Every test: `npm test`. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: [everyTest],
    globalSetup: ['test/support/run/global-setup.ts'],
    testTimeout: 120_000, // of a machine that is busy with other work too
    hookTimeout: 120_000,
    maxWorkers: 2,
    isolate: false, // a file finds the modules loaded that another used: to load them anew took a quarter of the time
    reporters: ['default', './test/support/run/closing-line.ts'],
  },
});
