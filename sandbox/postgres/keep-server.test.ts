import { expect, it } from 'vitest';
import { keepServer } from './keep-server.ts';

/** A server that ends when the test says so, or when it is told to stop. */
function server() {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  let told = false;
  const tellToStop = () => {
    told = true;
    end();
  };
  return { end, running: { tellToStop, gone: () => promise }, told: () => told };
}

it('finding O10: one that was started again and cannot be held is stopped before another is tried: none stays behind', async () => {
  const servers = [server(), server(), server()];
  let started = 1;
  let held = 0;
  const failures: unknown[] = [];
  const kept = await keepServer({
    running: servers[0]?.running ?? expect.unreachable(),
    async hold() {
      held += 1;
      if (held === 2) throw new Error('its connection was lost');
      return { release: async () => undefined };
    },
    async startAnother(onSpawned) {
      const next = servers[started];
      started += 1;
      if (next) onSpawned(next.running);
    },
    onEnded: (error) => void (error && failures.push(error)),
  });
  servers[0]?.end();
  await expect.poll(() => held, { timeout: 5000 }).toBe(3);
  expect(failures).toHaveLength(1);
  expect(servers.map(({ told }) => told())).toEqual([false, true, false]);
  await kept.stop();
  expect(servers[2]?.told()).toBe(true);
});
