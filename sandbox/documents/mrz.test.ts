import { describe, expect, it } from 'vitest';
import { sandboxPeople } from '../people/people.ts';
import { checkDigit, td3 } from './mrz.ts';

describe('the machine-readable zone of a specimen passport', () => {
  it("D3: check digits are those of ICAO's own specimen", () => {
    expect(checkDigit('L898902C3')).toBe('6');
    expect(checkDigit('740812')).toBe('2');
    expect(checkDigit('120415')).toBe('9');
  });

  it('D3: every person gets two lines of 44 allowed characters', () => {
    for (const person of sandboxPeople) {
      for (const line of td3(person, 'P5582031')) expect(line).toMatch(/^[A-Z0-9<]{44}$/);
    }
  });

  it('D3: marks are written without, hyphens as fillers', () => {
    const jose = sandboxPeople.find((person) => person.id === 'jose-nunez-ortiz');
    expect(jose && td3(jose, 'P5520184')[0]).toBe('P<UTONUNEZ<ORTIZ<<JOSE<MARIA<<<<<<<<<<<<<<<<');
  });

  it('finding D15: letters without marks of their own are written as two, and a long family name leaves room for a given one', () => {
    const [somebody] = sandboxPeople;
    if (!somebody) throw new Error('the sandbox is empty');
    const { middleName: _, ...plain } = somebody;
    const named = (familyName: string, givenName: string) =>
      td3({ ...plain, familyName, givenName }, 'P5520184')[0].slice(5);
    expect(named('Đặng', 'Þóra')).toBe('DANG<<THORA'.padEnd(39, '<'));
    const long = 'Papadopoulou-Konstantinopolitidou-Theodoropoulou';
    expect(named(long, 'Eleni')).toBe('PAPADOPOULOU<KONSTANTINOPOLITIDOU<TH<<E');
    expect(named(long, '')).toBe('PAPADOPOULOU<KONSTANTINOPOLITIDOU<THEOD');
  });
});
