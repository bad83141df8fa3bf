import { describe, expect, it } from 'vitest';
import { inRequest, onceARequest } from './request-scope.ts';

/** Answers how often it was asked. */
function counting() {
  let asked = 0;
  return onceARequest<string, number>(async () => {
    asked += 1;
    return asked;
  });
}

describe('what one request asks in several places', () => {
  it('is asked once, also by two who ask at the same moment', async () => {
    const counted = counting();
    const answers = await inRequest('one', () => Promise.all([counted.of('a'), counted.of('a')]));
    expect(answers).toEqual([1, 1]);
  });

  it('is asked apart for another key, and by another who asks', async () => {
    const [counted, other] = [counting(), counting()];
    await inRequest('one', async () => {
      expect(await counted.of('a')).toBe(1);
      expect(await counted.of('b')).toBe(2);
      expect(await other.of('a')).toBe(1);
    });
  });

  it('attack, an answer that outlives its request: the next request asks anew, and so does a job', async () => {
    const counted = counting();
    await inRequest('one', () => counted.of('a'));
    expect(await inRequest('two', () => counted.of('a'))).toBe(2);
    expect(await counted.of('a')).toBe(3);
    expect(await counted.of('a')).toBe(4);
  });

  it('is asked anew each time once it changes in that request', async () => {
    const counted = counting();
    await inRequest('one', async () => {
      await counted.of('a');
      counted.changes('a');
      expect(await counted.of('a')).toBe(2);
      expect(await counted.of('a')).toBe(3);
    });
  });

  it('is asked anew each time once anything of it changes, if it is not said what', async () => {
    const counted = counting();
    await inRequest('one', async () => {
      await counted.of('a');
      counted.changes();
      expect(await counted.of('a')).toBe(2);
      expect(await counted.of('b')).toBe(3);
      expect(await counted.of('b')).toBe(4);
    });
  });

  it('is not asked where its answer came along with another, unless it changes', async () => {
    const counted = counting();
    await inRequest('one', async () => {
      counted.learned('a', Promise.resolve(7));
      expect(await counted.of('a')).toBe(7);
      counted.changes('a');
      counted.learned('a', Promise.resolve(8));
      expect(await counted.of('a')).toBe(1);
    });
  });

  it('keeps no fault', async () => {
    let asked = 0;
    const failing = onceARequest<string, string>(async () => {
      asked += 1;
      if (asked === 1) throw new Error('away');
      return 'here';
    });
    await inRequest('one', async () => {
      await expect(failing.of('a')).rejects.toThrow('away');
      expect(await failing.of('a')).toBe('here');
    });
  });
});
