import { defineConfig } from 'vitest/config';
import { fastTests, projectsOf, workers } from './test/support/run/lanes.ts';

/** The fast lane, without a database and a browser: `npm run test:fast`. */
export default defineConfig({
  test: {
    projects: projectsOf(fastTests(import.meta.dirname)),
    maxWorkers: workers,
    reporters: ['default', './test/support/run/closing-line.ts'],
  },
});
