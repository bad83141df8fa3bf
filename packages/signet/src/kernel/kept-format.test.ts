import { expect, it } from 'vitest';
import { z } from 'zod';
import { keptFormat } from './kept-format.ts';

const first = keptFormat('a thing', z.object({ name: z.string() }), []);
/** As the release after next would have it: a name became a list, and the list got a new name. */
const third = keptFormat('a thing', z.object({ called: z.array(z.string()) }), [
  ({ name }) => ({ names: [name] }),
  ({ names }) => ({ called: names }),
]);

it('reads what it wrote', () => {
  expect(first.read(JSON.parse(JSON.stringify(first.write({ name: 'one' }))))).toEqual({ name: 'one' });
});

it('brings what each earlier release wrote up to date', () => {
  expect(third.read(first.write({ name: 'one' }))).toEqual({ called: ['one'] });
  expect(third.read({ format: 2, names: ['one', 'two'] })).toEqual({ called: ['one', 'two'] });
});

it('refuses what a newer release wrote, naming what it is', () => {
  expect(() => first.read(third.write({ called: ['one'] }))).toThrow(
    expect.objectContaining({
      code: 'kept-by-a-newer-release',
      message: expect.stringContaining('a thing 3'),
    }),
  );
});

it.each([
  ['null', null],
  ['what names no format', { name: 'one' }],
  ['a list of formats', { format: [1] }],
  ['a format that never was', { format: 0 }],
])('refuses %s', (_what, kept) => {
  expect(() => first.read(kept)).toThrow(expect.objectContaining({ code: 'kept-unreadable' }));
});
