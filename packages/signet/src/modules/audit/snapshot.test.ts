import { expect, it } from 'vitest';
import { snapshotBefore } from './snapshot.ts';

it.each([
  ['10:20:', '15', '15:15:'],
  ['10:20:10,12,17', '15', '10:15:10,12'],
  ['10:20:10,12,17', '12', '10:12:10'],
  ['10:20:10,12,17', '11', '10:11:10'],
  ['12:20:12,17', '11', '11:11:'],
  ['10:20:10,17', '25', '10:20:10,17'], // it saw no more than it saw
  [
    '9007199254740993:9007199254740999:9007199254740993',
    '9007199254740995',
    '9007199254740993:9007199254740995:9007199254740993',
  ],
])('of %s, what lies before %s is %s', (snapshot, transaction, before) => {
  expect(snapshotBefore(snapshot, transaction)).toBe(before);
});
