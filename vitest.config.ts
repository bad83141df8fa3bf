import { defineConfig } from 'vitest/config';
import { everyTest, projectsOf } from './test/support/run/lanes.ts';

/** Every test: `npm test`. */
export default defineConfig({
  test: {
    projects: projectsOf(everyTest(import.meta.dirname)),
    globalSetup: ['test/support/run/global-setup.ts'],
    maxWorkers: 2,
    reporters: ['default', './test/support/run/closing-line.ts'],
  },
});
