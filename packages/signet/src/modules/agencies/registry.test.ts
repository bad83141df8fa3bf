import { describe, expect, it } from 'vitest';
import { originsOf, registerAgencies } from './index.ts';

const help = {
  phone: '+12025550117',
  hours: { en: 'Monday to Friday, 8 a.m. to 6 p.m.', es: 'De lunes a viernes, de 8 a. m. a 6 p. m.' },
  address: ['100 Example Street', 'Springfield, EX 99950'],
  page: 'https://agency.example/help',
};

const agency = (...redirectUris: string[]) => ({ redirectUris });

describe('the origins of agencies', () => {
  it('are named once each, without the paths that people come back to', () => {
    const all = [
      agency('https://tax.example/back', 'https://tax.example/again'),
      agency('http://127.0.0.1:4100/back'),
    ];
    expect(originsOf({ all: () => all })).toEqual(['https://tax.example', 'http://127.0.0.1:4100']);
  });
});

describe('the name of an agency within a sentence', () => {
  const registered = (more: object) =>
    registerAgencies([
      {
        id: 'example-agency',
        name: { en: 'Example Office', es: 'Oficina de Ejemplo' },
        purpose: { en: '', es: '' },
        home: 'https://agency.example',
        help,
        redirectUris: ['https://agency.example/back'],
        postLogoutRedirectUris: [],
        keys: [{ kty: 'EC' }],
        entitled: [],
        optional: [],
        ...more,
      },
    ]).find('example-agency');

  it('is the one that it registers with its article, and else its name as it is', () => {
    const nameInSentence = { en: 'the Example Office', es: 'la Oficina de Ejemplo' };
    expect(registered({ nameInSentence })?.nameInSentence).toEqual(nameInSentence);
    expect(registered({})?.nameInSentence).toEqual({ en: 'Example Office', es: 'Oficina de Ejemplo' });
  });
});

describe('where an agency is reached', () => {
  const registered = (of: unknown) =>
    registerAgencies([
      {
        id: 'example-agency',
        name: { en: 'Example Office', es: 'Oficina de Ejemplo' },
        purpose: { en: '', es: '' },
        home: 'https://agency.example',
        help: of,
        redirectUris: ['https://agency.example/back'],
        postLogoutRedirectUris: [],
        keys: [{ kty: 'EC' }],
        entitled: [],
        optional: [],
      },
    ]);

  it('finding P6: has to be registered, in both languages, with a number that can be called', () => {
    expect(registered(help).find('example-agency')?.help).toEqual(help);
    const { phone: _phone, ...noPhone } = help;
    for (const bad of [
      undefined,
      noPhone,
      { ...help, phone: '202 555 0117' },
      { ...help, hours: { en: 'Weekdays' } },
      { ...help, address: [] },
    ]) {
      expect(() => registered(bad)).toThrow(/agency "example-agency", help/);
    }
  });
});

describe('the addresses of agencies in production', () => {
  const agencyAt = (over: object = {}) => ({
    id: 'tax-office',
    name: { en: 'Tax', es: 'Impuestos' },
    purpose: { en: '', es: '' },
    home: 'https://tax.example',
    help,
    redirectUris: ['https://tax.example/back'],
    postLogoutRedirectUris: ['https://tax.example'],
    backchannelLogoutUri: 'https://tax.example/end',
    keys: [{ kty: 'EC' }],
    entitled: [],
    optional: [],
    ...over,
  });

  it('are https and elsewhere', () => {
    expect(registerAgencies([agencyAt()]).all()).toHaveLength(1);
  });

  it.each([
    ['redirectUris', ['https://tax.example/back', 'http://localhost:3000/back']],
    ['redirectUris', ['http://127.0.0.1/back']],
    ['redirectUris', ['https://localhost:3000/back']],
    ['redirectUris', ['https://[::1]/back']],
    ['redirectUris', ['https://127.1/back']],
    ['redirectUris', ['https://tax.localhost./back']],
    ['redirectUris', ['http://tax.example/back']],
    ['postLogoutRedirectUris', ['http://localhost/']],
    ['backchannelLogoutUri', 'http://tax.example/end'],
    ['home', 'http://tax.example'],
    ['help', { ...help, page: 'http://tax.example/help' }],
  ])('attack, a code sent where others read it: %s %j is refused and named', (field, value) => {
    const list = [agencyAt({ [field]: value })];
    const refused = new RegExp(`^agency "tax-office", ${field}(?:\\.page)?: http\\S+ must be https`);
    expect(() => registerAgencies(list)).toThrow(refused);
    expect(registerAgencies(list, { onLoopback: true }).all()).toHaveLength(1);
  });
});
