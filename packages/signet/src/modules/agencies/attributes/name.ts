import { attribute } from './attribute.ts';

export const name = attribute({
  heldIn: 'identity',
  scopes: ['profile', 'identity'],
  claims: ['given_name', 'middle_name', 'family_name', 'name_suffix'],
  verified: true,
  ownAgreement: false,
  title: { en: 'Your name', es: 'Su nombre' },
  release: ({ givenName, middleName, familyName, suffix }) => ({
    given_name: givenName || undefined, // none: the person has one name only
    middle_name: middleName || undefined,
    family_name: familyName,
    name_suffix: suffix, // OpenID has no claim of its own for it
  }),
  shown: ({ givenName, middleName, familyName, suffix }) => ({
    full: [givenName, middleName, familyName, suffix].filter(Boolean).join(' '),
  }),
});
