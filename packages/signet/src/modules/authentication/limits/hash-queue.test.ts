import { describe, expect, it } from 'vitest';
import { hashQueue } from './hash-queue.ts';

describe('hashing', () => {
  it('runs so many at once, lets so many wait, and refuses the next at the door', async () => {
    const queue = hashQueue(2, 1);
    const places = [1, 2, 3].map((n) => queue.enter(`network ${n}`));
    expect(queue.enter('network 4')).toBeUndefined();
    let running = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => finish.push(resolve));
      running -= 1;
    };
    const all = places.map((place) => place?.run(work));
    while (finish.length > 0 || running > 0) {
      finish.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(all);
    expect(most).toBe(2);
    places[0]?.leave();
    expect(queue.enter('network 4')).toBeDefined();
  });

  it('attack, hash flooding: one network takes a quarter of the places, and the others keep theirs', () => {
    const queue = hashQueue(2, 14);
    const flood = Array.from({ length: 10 }, () => queue.enter('flooder'));
    expect(flood.filter(Boolean)).toHaveLength(4);
    expect(queue.enter('somebody')).toBeDefined();
    flood[0]?.leave();
    flood[0]?.leave(); // twice is once
    expect([queue.enter('flooder'), queue.enter('flooder')].filter(Boolean)).toHaveLength(1);
  });

  it('limit hash.waiting: attack, hash flooding from several networks: they leave the last quarter to those that have no place yet', () => {
    const queue = hashQueue(2, 64);
    const flood = Array.from({ length: 400 }, (_, n) => queue.enter(`flooder ${n % 8}`));
    expect(flood.filter(Boolean)).toHaveLength(50);
    const others = Array.from({ length: 16 }, (_, n) => queue.enter(`somebody ${n}`));
    expect(others.filter(Boolean)).toHaveLength(16);
  });

  it('limit hash.at-once: attack, hash flooding: whoever comes after a flood of one network has the next turn but one', async () => {
    const queue = hashQueue(2, 64);
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const hashFor = (from: string) =>
      queue.enter(from)?.run(async () => {
        begun.push(from);
        await new Promise<void>((resolve) => ends.push(resolve));
      });
    const all = [...Array.from({ length: 12 }, () => hashFor('flooder')), hashFor('the owner')];
    expect(begun).toEqual(['flooder', 'flooder']);
    for (const turns of [3, 4]) {
      ends.shift()?.();
      await expect.poll(() => begun.length).toBe(turns);
    }
    expect(begun.at(-1)).toBe('the owner');
    while (ends.length > 0) {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(all);
  });
});
