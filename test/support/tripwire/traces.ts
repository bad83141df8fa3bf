/** Every way in which a person's facts could be written down in clear, for the tripwire to look for. */

export interface PersonFacts {
  /** Names the person in findings; never a value. */
  readonly id: string;
  readonly ssn: string; // AAA-GG-SSSS
  readonly birthDate: string; // ISO YYYY-MM-DD
  readonly documentNumber: string;
  readonly street: string;
  readonly phone: string; // E.164 of the North American plan
  readonly email?: string;
}

export type Kind = 'ssn' | 'birth-date' | 'document-number' | 'street' | 'phone' | 'email';
export type Form = 'plain' | 'hex' | 'base64';

/** One thing to look for: where `form` is plain, folded and bounded; the others as they are written. */
export interface Trace {
  readonly person: string;
  readonly kind: Kind;
  readonly form: Form;
  readonly pattern: RegExp;
}

export function tracesOf(facts: PersonFacts): Trace[] {
  const spellings: Record<Kind, readonly string[]> = {
    ssn: ssnSpellings(facts.ssn),
    'birth-date': dateSpellings(facts.birthDate),
    'document-number': [facts.documentNumber],
    street: [facts.street],
    phone: phoneSpellings(facts.phone),
    email: facts.email ? [facts.email] : [],
  };
  return Object.entries(spellings).flatMap(([kind, values]) =>
    values.flatMap((value) => tracesOfValue(facts.id, kind as Kind, value)),
  );
}

/** Without accents, capitals and doubled spaces, as another system may have written it. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();

function tracesOfValue(person: string, kind: Kind, value: string): Trace[] {
  const trace = (form: Form, pattern: RegExp): Trace => ({ person, kind, form, pattern });
  const writings = [...new Set([value, value.toUpperCase(), value.toLowerCase()])];
  const hex = writings.map((each) => Buffer.from(each).toString('hex'));
  return [
    trace('plain', bounded(folded(value))),
    trace('hex', new RegExp(hex.join('|'), 'i')),
    trace('base64', new RegExp(writings.flatMap(base64Cores).map(eitherAlphabet).join('|'))),
  ];
}

/** A run of digits counts only as a whole: 20000621 within a longer number is nobody's birth date. */
const bounded = (text: string): RegExp => new RegExp(`(?<![0-9])${literally(text)}(?![0-9])`);

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

/** The part of a value's base64 that does not depend on what stands around it, for each place it can begin at. */
function base64Cores(value: string): string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    return encoded.slice(Math.ceil((before * 8) / 6), whole);
  });
}

const eitherAlphabet = (base64: string): string =>
  base64.replaceAll(/[+/]/g, (sign) => (sign === '+' ? '[-+]' : '[/_]'));

function ssnSpellings(ssn: string): string[] {
  return ['-', '', ' '].map((between) => ssn.replaceAll('-', between));
}

/** Without the plus sign, which an address writes as a space. */
function phoneSpellings(e164: string): string[] {
  const [area, exchange, line] = [e164.slice(2, 5), e164.slice(5, 8), e164.slice(8)];
  return [
    e164.slice(1),
    ...['', '-', ' ', '.'].map((between) => [area, exchange, line].join(between)),
    `(${area}) ${exchange}-${line}`,
  ];
}

function dateSpellings(iso: string): string[] {
  const [year = '', month = '', day = ''] = iso.split('-');
  const [m, d] = [String(Number(month)), String(Number(day))];
  return [
    iso,
    `${year}/${month}/${day}`,
    `${month}/${day}/${year}`,
    `${m}/${d}/${year}`,
    `${month}-${day}-${year}`,
    `${year}${month}${day}`,
    `${month}${day}${year}`,
  ];
}
