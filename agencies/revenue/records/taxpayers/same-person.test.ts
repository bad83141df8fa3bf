import { describe, expect, it } from 'vitest';
import { isSamePerson } from './same-person.ts';

const record = {
  customerFileNumber: '4100000001',
  taxpayerNumber: '666217730',
  numberKind: 'ssn' as const,
  givenName: 'José María',
  familyName: 'Núñez-Ortiz',
  birthDate: '1989-11-02',
  address: { street: '77 Alameda', city: 'San Telmo', state: 'ZZ', postalCode: '00031' },
};
const proven = { ssn: '666217730', givenName: 'José', familyName: 'Núñez-Ortiz', birthDate: '1989-11-02' };

describe('the record found by SSN belongs to', () => {
  it.each([
    ['the same name', {}],
    ['a license without accents, in capitals', { givenName: 'JOSE MARIA', familyName: 'NUNEZ ORTIZ' }],
    ['a decomposed name', { givenName: 'Jose\u0301' }],
  ])('%s', (_name, change) => expect(isSamePerson({ ...proven, ...change }, record)).toBe(true));

  it.each([
    ['another surname', { familyName: 'Ortiz' }],
    ['another given name', { givenName: 'Juan' }],
    ['another birth date', { birthDate: '1989-11-03' }],
    ['no name at all', { familyName: '', givenName: '' }],
    ['a name of marks only', { familyName: '-' }],
  ])('not %s', (_name, change) => expect(isSamePerson({ ...proven, ...change }, record)).toBe(false));
});
