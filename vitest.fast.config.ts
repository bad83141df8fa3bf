import { defineConfig } from 'vitest/config';
import { fastTests } from './test/support/run/lanes.ts';
import everything from './vitest.config.ts';

/** The fast lane, without a database and a browser: `npm run test:fast`. */
export default defineConfig({
  ...everything,
  test: { ...everything.test, include: fastTests(import.meta.dirname), globalSetup: [] },
});
