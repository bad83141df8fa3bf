import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['{agencies,packages,sandbox,test,bench,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/run/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default', './test/support/run/closing-line.ts'],
  },
});
