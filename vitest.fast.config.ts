import { defineConfig } from 'vitest/config';
import { fastTests, projectsOf } from './test/support/run/lanes.ts';

/** The fast lane, without a database and a browser: `npm run test:fast`. */
export default defineConfig({
  test: {
    projects: projectsOf(fastTests(import.meta.dirname)),
    maxWorkers: 2,
    reporters: ['default', './test/support/run/closing-line.ts'],
  },
});
