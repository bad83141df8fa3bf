import { defineConfig } from 'vitest/config';
import { everyTest, projectsOf, workers } from './test/support/run/lanes.ts';
import { SlowFirst } from './test/support/run/slow-first.ts';

/** Every test: `npm test`. */
export default defineConfig({
  test: {
    projects: projectsOf(everyTest(import.meta.dirname)),
    globalSetup: ['test/support/run/global-setup.ts'],
    maxWorkers: workers,
    sequence: { sequencer: SlowFirst },
    reporters: ['default', './test/support/run/closing-line.ts'],
  },
});
