import { describe, expect, it } from 'vitest';
import { type ReadLine, toCells } from './cells.ts';

/** A line as a network reads it; `_` is a cell that it passed over. */
const line = (text: string, likeliest = '?'): ReadLine => ({
  characters: [...text].flatMap((character, at) =>
    character === '_' ? [] : [{ character, at: (at + 1.2) / 46.4 }],
  ),
  likeliestAt: () => likeliest,
});

describe('D3: a line of a zone in its cells', () => {
  const names = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';

  it('is what was read where nothing was passed over', () => {
    expect(toCells(line(names), 44)).toBe(names);
  });

  it('has the fillers that the network did not count, between fillers and at the end', () => {
    expect(toCells(line(names.replace('<<<<<<<<<<<<<<<<<<<', '<<__<<<_<<<<<<<<<<<')), 44)).toBe(names);
    expect(toCells(line(names.slice(0, 30)), 44)).toBe(names);
  });

  it('has what is likeliest where a thin letter was passed over, and never a filler in its place', () => {
    expect(toCells(line(names.replace('ERIK', 'ER_K'), 'I'), 44)).toBe(names);
  });

  it('is none where its end is missing, or where there is more than fits', () => {
    expect(toCells(line('L898902C36UTO7408122F1204159ZE18422'), 44)).toBeUndefined();
    expect(toCells(line(`${names}X`), 44)).toBeUndefined();
    expect(toCells(line(''), 44)).toBeUndefined();
  });
});
