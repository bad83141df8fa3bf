import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePrint } from './compare-print.ts';
import { likeliestLine } from './likeliest-line.ts';
import { printedKind, saysSpecimen } from './print-kind.ts';
import { type PrintedLine, UNREAD } from './printed-line.ts';
import { isSettled } from './settled.ts';
import { fields, front, line } from './test-world.ts';

const card: readonly PrintedLine[] = [...Object.values(front), line('SPECIMEN', 900, 860)];

/** What another line may say: the card's own words again, somebody else's, and what makes it another document. */
const sayings = [
  ...['3 DOB', 'DOB 11/02/1990', '11/02/1983', '11/02/1989', '4b EXP', '4b EXP 01/01/2040', '01/01/2040'],
  ...['4d DL', '4d DL S9999999', 'S9999999', 'S5301234', '1', '1 HALE', 'HALE', '2', 'MARIA', 'NUNEZ-ORTZ'],
  ...['JOSE', 'NUNEZ-ORTIZ JOSE', '8', '900 OAK AVENUE', '12 ELM ST', '12 ELM ST APT 4', 'OAKTON,ZZ00099'],
  ...['SPRINGFIELD,ZZ00012', 'P<UTOHALE<<MARIA<<<<<', 'PASSPORT', 'DRIVER LICENSE', 'SPECIMEN', 'NONE', ''],
];

const anywhere = fc.record({
  text: fc.constantFrom(...sayings),
  x: fc.integer({ min: 40, max: 1300 }),
  y: fc.integer({ min: 40, max: 950 }),
  sure: fc.constantFrom(0.5, 0.99),
});

const conclusions = (lines: readonly PrintedLine[]) => {
  const read = lines.filter(({ text }) => text !== '' && text !== UNREAD);
  return [comparePrint(fields, read), printedKind(read), saysSpecimen(read)];
};

const unread = (one: PrintedLine): PrintedLine => ({ ...one, text: UNREAD, certainty: [] });

describe('a page of which some lines are read', () => {
  it('is settled once each field, the kind and SPECIMEN are found, and no sooner', () => {
    const needless = [front.issued, front.title];
    const seen = (lines: readonly PrintedLine[]) =>
      isSettled(
        fields,
        card.map((one) => (lines.includes(one) ? unread(one) : one)),
      );
    expect(seen([front.issued])).toBe(true);
    for (const one of card) if (!needless.includes(one)) expect(seen([one]), one.text).toBe(false);
    expect(seen([front.title])).toBe(false);
  });

  it('attack: is not settled while a line between a label and its value is unread', () => {
    const between = unread(line('11/02/1983', 560, 612));
    expect(isSettled(fields, card)).toBe(true);
    expect(isSettled(fields, [...card, { ...between, width: 40, x: 620 }])).toBe(false);
  });

  it('that is settled says the same whatever its unread lines say', () => {
    let settled = 0;
    const unreadOfCard = fc.subarray([...card], { maxLength: 2 });
    fc.assert(
      fc.property(
        unreadOfCard,
        fc.array(anywhere, { maxLength: 4 }),
        fc.func(fc.boolean()),
        (left, more, first) => {
          const others = more.map(({ text, x, y, sure }) => line(text, x, y, sure));
          const all = first(others) ? [...others, ...card] : [...card, ...others];
          const page = all.map((one) => (others.includes(one) || left.includes(one) ? unread(one) : one));
          if (!isSettled(fields, page)) return;
          settled += 1;
          expect(conclusions(page)).toEqual(conclusions(all));
        },
      ),
      { numRuns: 3000 },
    );
    expect(settled).toBeGreaterThan(300);
  });

  it('is read to its end where nothing settles it', () => {
    const page = card.map(unread);
    for (let n = 0; n < card.length; n += 1) {
      const next = likeliestLine(fields, page);
      if (!next) throw new Error('a line is left');
      const at = page.indexOf(next);
      page[at] = { ...next, text: 'NONE', certainty: [] };
    }
    expect(likeliestLine(fields, page)).toBeUndefined();
  });
});
