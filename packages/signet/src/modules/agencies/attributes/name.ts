import { attribute } from './attribute.ts';

export const name = attribute({
  heldIn: 'identity',
  scopes: ['profile', 'identity'],
  claims: ['given_name', 'middle_name', 'family_name'],
  verified: true,
  ownAgreement: false,
  title: { en: 'Your name', es: 'Su nombre' },
  release: ({ givenName, middleName, familyName }) => ({
    given_name: givenName,
    middle_name: middleName || undefined,
    family_name: familyName,
  }),
  shown: ({ givenName, middleName, familyName }) => ({
    full: [givenName, middleName, familyName].filter(Boolean).join(' '),
  }),
});
