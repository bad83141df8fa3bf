import { expect, it } from 'vitest';
import { sandboxPeople } from '../../sandbox/people/people.ts';
import { choosePeople, noteOnRunningSandbox } from './choose-people.ts';

const idsOf = (people: ReturnType<typeof choosePeople>) => people?.map(({ id }) => id);

it('leaves the person that a newcomer is told to be to the newcomer, where the sandbox is one that runs', () => {
  const all = sandboxPeople.map(({ id }) => id);
  expect(idsOf(choosePeople(undefined, false))).toEqual(all);
  expect(idsOf(choosePeople(undefined, true))).toEqual(
    all.filter((id) => id !== 'ana-rivera' && id !== 'ana-rivera-again'),
  );
});

it('goes as whoever is named, and says what that leaves behind', () => {
  const ana = choosePeople('ana-rivera', true);
  expect(idsOf(ana)).toEqual(['ana-rivera']);
  expect(noteOnRunningSandbox(ana ?? [])).toMatch(/ana-rivera.*cannot be verified there again/s);
  expect(choosePeople('nobody', true)).toBeUndefined();
});
