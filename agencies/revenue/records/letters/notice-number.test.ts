import { expect, it } from 'vitest';
import { noticeKinds } from './letter.ts';
import { noticeNumber } from './notice-number.ts';

it('finding P15: every kind of notice has a number of its own, and so has every notice', () => {
  const numbers = noticeKinds.map((kind) => noticeNumber({ kind, sentOn: '2026-05-29', id: '2026-1' }));
  expect(new Set(numbers.map((number) => number.split('-')[0])).size).toBe(noticeKinds.length);
  for (const number of numbers) expect(number).toMatch(/^R\d\d-20260529-[0-9A-F]{4}$/);
  const another = noticeNumber({ kind: 'balance-due', sentOn: '2026-05-29', id: '2026-2' });
  expect(numbers).not.toContain(another);
});
