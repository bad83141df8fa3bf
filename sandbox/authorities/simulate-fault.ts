import { setTimeout as after } from 'node:timers/promises';
import type { Context } from 'hono';
import type { Behavior } from '../people/person.ts';

const slowMs = 3_000;
const longestHangMs = 120_000;

/** Waits or fails as the record says. Resolves to null when the service may answer. */
export async function simulateFault(c: Context, behavior: Behavior): Promise<Response | null> {
  switch (behavior) {
    case 'answers':
      return null;
    case 'slow':
      await after(slowMs, undefined, { ref: false });
      return null;
    case 'hangs':
      await untilGivenUp(c.req.raw.signal);
      return unavailable(c);
    case 'unavailable':
      return unavailable(c);
  }
}

function unavailable(c: Context): Response {
  return c.json({ error: 'unavailable' }, 503, { 'retry-after': '60' });
}

/** Until the caller closes the connection, or two minutes. */
function untilGivenUp(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestHangMs).unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
