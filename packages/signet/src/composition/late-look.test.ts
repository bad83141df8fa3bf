import { expect, it } from 'vitest';
import { systemClock } from '../kernel/index.ts';
import { createLateLook } from './late-look.ts';

const photo = { jpeg: Buffer.from('photo'), width: 1, height: 1 };
const back = { role: 'back', document: 'license' } as const;

it('finding P2: a late look that fails stops no case: nobody can look, and the log has the fault’s name alone', async () => {
  const logged: unknown[] = [];
  const lookLate = createLateLook({
    clock: systemClock,
    sandbox: true,
    log: { warn: (...said: unknown[]) => void logged.push(said) },
    openLook: () => () => Promise.reject(new RangeError('SMITH 904-24-1000')),
  });
  expect(await lookLate(back, photo)).toBeUndefined();
  expect(logged).toEqual([[{ fault: 'RangeError' }, expect.any(String)]]);
});

it('finding P2: a late look says all that is wrong', async () => {
  const asked: unknown[] = [];
  const lookLate = createLateLook({
    clock: systemClock,
    sandbox: true,
    log: { warn: () => undefined },
    openLook:
      () =>
      async ({ what }) => {
        asked.push(what);
        return { problems: ['glare', 'cut-off'] };
      },
  });
  expect(await lookLate(back, photo)).toEqual(['glare', 'cut-off']);
  expect(await lookLate({ ...back, role: 'selfie' }, photo)).toEqual(['glare', 'cut-off']);
  expect(asked).toEqual([back, { role: 'selfie' }]);
});
