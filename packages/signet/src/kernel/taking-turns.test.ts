import { expect, it } from 'vitest';
import { limitsOf } from './limit.ts';
import { createTurns } from './taking-turns.ts';

const row = { counts: 'work', by: 'test', stranger: 'Nothing.', owner: 'Everything.' };
const { one, two, many } = limitsOf('work', {
  one: { most: 1, ...row },
  two: { most: 2, ...row },
  many: { most: 50, ...row },
});

it('runs so many at once, the others in order, and goes on after one that fails', async () => {
  const turns = createTurns({ atOnce: two, eachWaiting: many });
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) =>
    turns('one', async () => {
      begun.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (n === 1) throw new Error('broken');
      return n;
    });
  const all = Promise.allSettled([1, 2, 3, 4].map(work));
  expect(begun).toEqual([1, 2]);
  for (const expected of [
    [1, 2, 3],
    [1, 2, 3, 4],
  ]) {
    ends.shift()?.();
    await expect.poll(() => begun).toEqual(expected);
  }
  for (const end of ends) end();
  expect((await all).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});

it('takes turns by whose work it is, so that a flood of one’s lets the next of another’s in after a single turn', async () => {
  const turns = createTurns({ atOnce: two, eachAtOnce: one, eachWaiting: many });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const work = (of: string, name: string) =>
    turns(of, async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
    });
  const all = [
    ...[1, 2, 3].map((n) => work('flooder', `flood ${n}`)),
    work('somebody', 'first'),
    work('another', 'second'),
  ];
  expect(begun).toEqual(['flood 1', 'first']); // of one's work never two at once
  ends.shift()?.();
  await expect.poll(() => begun).toEqual(['flood 1', 'first', 'flood 2']);
  ends.shift()?.();
  await expect.poll(() => begun).toEqual(['flood 1', 'first', 'flood 2', 'second']);
  ends.shift()?.();
  await expect.poll(() => begun.at(-1)).toBe('flood 3');
  for (const end of ends) end();
  await Promise.all(all);
});

it('attack, work sent in without end: of one’s only so much waits, and more is refused at once; another’s waits all the same', async () => {
  const turns = createTurns({ atOnce: one, eachWaiting: two });
  const gate = Promise.withResolvers<string>();
  const flood = Array.from({ length: 6 }, () => turns('flooder', () => gate.promise));
  const refused = { ok: false, error: { code: 'too-many-waiting' } };
  expect(await Promise.all(flood.slice(3))).toEqual([refused, refused, refused]);
  const owner = turns('owner', () => gate.promise);
  gate.resolve('done');
  const done = { ok: true, value: 'done' };
  expect(await Promise.all([...flood.slice(0, 3), owner])).toEqual([done, done, done, done]);
  expect(await turns('flooder', async () => 'again')).toEqual({ ok: true, value: 'again' });
});
