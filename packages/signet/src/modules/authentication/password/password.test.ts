import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from '../../accounts/index.ts';
import { hashQueue } from '../limits/hash-queue.ts';
import { passwordProblem } from './password.ts';

const parsed = parseEmailAddress('ana.rivera@mail.example');
if (!parsed.ok) throw new Error(parsed.error);
const context = { serviceName: 'Signet', address: parsed.value };
const problem = (typed: string) => passwordProblem(typed, context);

describe('B3: a password that someone chooses', () => {
  it('B3: has 8 characters or more, counted as code points after NFC', () => {
    expect(problem('qzvxkwj')).toEqual({ code: 'password-too-short', limit: 8 });
    expect(problem('qzvxkwjp')).toBeUndefined();
    expect(problem('🔑🔒🗝️🔐🪙🧿')).toEqual({ code: 'password-too-short', limit: 8 }); // 7, in 13 UTF-16 units
    expect(problem('🔑🔒🔓🔐🪙🧿🧭🪶')).toBeUndefined();
    expect(problem('e\u0301'.repeat(7))).toEqual({ code: 'password-too-short', limit: 8 }); // 14 before NFC
    expect(problem('e\u0301'.repeat(8))).toBeUndefined();
  });

  it('B3: may be long, with spaces, and is never cut', () => {
    expect(problem('ñ '.repeat(32))).toBeUndefined(); // 64
    expect(problem('x'.repeat(256))).toBeUndefined();
    expect(problem('x'.repeat(257))).toEqual({ code: 'password-too-long', limit: 256 });
  });

  it('B3: needs no capitals, digits or signs', () => {
    expect(problem('quiet amber lantern')).toBeUndefined();
  });

  it.each(['password', 'PassWord', '1234567890', 'qwertyuiop'])(
    'B3: is refused when it is as common as %s',
    (typed) => {
      expect(problem(typed)).toEqual({ code: 'password-too-common' });
    },
  );

  it('B3: is compared whole: a common word inside a longer password is fine', () => {
    expect(problem('my password for the lake')).toBeUndefined();
  });

  it.each(['ana.rivera', 'Ana.Rivera@mail.example', 'ana.rivera2026!', '--ana.rivera--'])(
    'B3: is refused when it is the address, as in %s',
    (typed) => {
      expect(problem(typed)).toEqual({ code: 'password-is-context', context: 'email-address' });
    },
  );

  it('B3: is refused when it is the name of the service', () => {
    expect(problem('signet2026')).toEqual({ code: 'password-is-context', context: 'service-name' });
  });
});

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
});
