import { expect, it } from 'vitest';
import { drawPaymentsRegularly } from './draw-payments-regularly.ts';

it('tells of a round that fails, and stops at once while it waits for the next', async () => {
  const told: unknown[] = [];
  const nothing = {} as never;
  const drawing = drawPaymentsRegularly({
    db: nothing,
    keys: nothing,
    bank: nothing,
    clock: nothing,
    log: ({ event }) => void told.push(event),
  });
  await expect.poll(() => told).toEqual(['payments-failed']);
  const asked = Date.now();
  await drawing.stop();
  expect(Date.now() - asked).toBeLessThan(5000);
  expect(told).toEqual(['payments-failed']);
});
