import { describe, expect, it } from 'vitest';
import { codeIn, pieces } from './message.ts';

describe('the text of a message', () => {
  it.each([
    ['Your code is 271828.', '271828'],
    ['271828 is your code; 314159 is another', '271828'],
    ['Call +1 202-555-0101 or 12025550101', null],
    ['Case 4100-271828, number 2718281', null],
    ['No code here', null],
    ['Your code is:\n2\n7\n1\n8\n2\n8\nAgain:\n2\n7\n1\n8\n2\n8', '271828'],
  ])('%j holds the code %j', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it('is cut at web addresses, without the full stop of the sentence', () => {
    expect(pieces('Open http://localhost:8080/a?b=c. Thanks')).toEqual([
      { link: false, text: 'Open ' },
      { link: true, text: 'http://localhost:8080/a?b=c' },
      { link: false, text: '. Thanks' },
    ]);
  });

  it('attack: only web addresses become links', () => {
    const hostile = 'javascript:alert(1) data:text/html,x file:///etc/passwd //x.example';
    expect(pieces(hostile)).toEqual([{ link: false, text: hostile }]);
  });
});
