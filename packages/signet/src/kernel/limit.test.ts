import { expect, it } from 'vitest';
import { minutes } from './clock.ts';
import { limitsOf, usedUpUntil } from './limit.ts';

const { some } = limitsOf('thing', {
  some: { most: 2, within: minutes(10), counts: 'things', by: 'test', stranger: 'Nothing.', owner: 'All.' },
});
const at = (minute: number) => new Date(minutes(minute));

it.each([
  [[], 20, undefined],
  [[19], 20, undefined],
  [[12, 19], 20, 22],
  [[11, 12, 19], 20, 22], // three at once: until the second last is out of the window
  [[10, 19], 20, undefined], // just out of the window
  [[1, 2, 3, 19], 20, undefined],
] as const)('what was done at minutes %j is used up at %i until %s', (times, now, until) => {
  const expected = until === undefined ? undefined : at(until);
  expect(usedUpUntil(some, times.map(at), at(now))).toEqual(expected);
});
