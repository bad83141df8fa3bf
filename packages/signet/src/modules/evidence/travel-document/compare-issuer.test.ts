import { describe, expect, it } from 'vitest';
import type { PrintedLine } from '../print/index.ts';
import { compareIssuers } from './compare-issuer.ts';

const line = (text: string, x: number, y: number, sure = 0.99): PrintedLine => ({
  text,
  certainty: Array.from(text, () => sure),
  x: x + text.length * 10,
  y,
  width: text.length * 20,
  height: 40,
});
const page = (title: string, code: string, ...others: PrintedLine[]): PrintedLine[] => [
  line(title, 80, 60),
  line('PASSPORT', 1200, 60),
  line('Code', 700, 160),
  line(code, 700, 210),
  line('Surname', 500, 260),
  line('QUINTERO', 500, 310),
  ...others,
];

describe('the issuing state, which no check digit of the zone covers', () => {
  it.each([
    ['UTO', 'REPUBLIC OF UTOPIA', 'UTO'],
    ['UTO', 'REPUBLICOFUTOPIA', 'UT0'],
    ['USA', 'UNITED STATES OF AMERICA', 'USA'],
    ['D', 'FEDERAL REPUBLIC OF GERMANY', 'D'],
    ['KOR', 'REPUBLIC OF KOREA', 'KOR'],
    ['TZA', 'UNITED REPUBLIC OF TANZANIA', 'TZA'],
    ['CAN', 'CANADA PASSPORT PASSEPORT', 'CAN'],
  ])('%s is the same as %s and %s', (code, title, printed) =>
    expect(compareIssuers(code, page(title, printed))).toEqual(['same', 'same']),
  );

  it('attack, P<CAN over the print of another issuer: both of its places say so', () =>
    expect(compareIssuers('CAN', page('UNITED STATES OF AMERICA', 'USA'))).toEqual(['differs', 'differs']));

  it('attack, a second code and title that bear the zone out: the page’s own still differ', () => {
    const added = [line('CANADA', 700, 100), line('Code', 900, 160), line('CAN', 900, 210)];
    const found = compareIssuers('CAN', page('UNITED STATES OF AMERICA', 'USA', ...added));
    expect(found).toHaveLength(4);
    expect(found.filter((one) => one === 'differs')).toHaveLength(2);
  });

  it('a country of birth is none, nor is a title that names no state, nor a code that is hard to read', () => {
    const born = [line('Place of birth', 500, 400), line('MEXICO', 500, 450)];
    expect(compareIssuers('USA', page('UNITED STATES OF AMERICA', 'USA', ...born))).toEqual(['same', 'same']);
    expect(compareIssuers('ZZR', page('KINGDOM OF RURITANIA', 'XQZ'))).toEqual([]);
    const unsure = [line('Code', 700, 160), line('CAN', 700, 210, 0.5)];
    expect(compareIssuers('USA', unsure)).toEqual(['unread']);
  });
});
