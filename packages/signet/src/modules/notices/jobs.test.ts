import { expect, it } from 'vitest';
import { hours } from '../../kernel/index.ts';
import { noticesJobs } from './jobs.ts';

/** How long a job is tried before it is given up, in milliseconds: each wait is twice the one before, up to the longest. */
function triedFor({ retries, firstRetryAfter, longestRetryAfter }: (typeof noticesJobs)['deliver']): number {
  const waits = Array.from({ length: retries }, (_, n) =>
    Math.min(firstRetryAfter * 2 ** n, longestRetryAfter),
  );
  return waits.reduce((sum, wait) => sum + wait * 1000, 0);
}

it('B16: a notice outlasts a mail server that is away for three days, and is forgotten within four', () => {
  const tried = triedFor(noticesJobs.deliver);
  expect(tried).toBeGreaterThan(hours(72));
  expect(tried).toBeLessThan(hours(96));
});
