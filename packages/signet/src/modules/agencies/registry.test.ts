import { describe, expect, it } from 'vitest';
import { originsOf, registerAgencies } from './index.ts';

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
