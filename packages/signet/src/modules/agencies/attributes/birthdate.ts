import { attribute } from './attribute.ts';

export const birthdate = attribute({
  heldIn: 'identity',
  scopes: ['profile', 'identity'],
  claims: ['birthdate'],
  verified: true,
  ownAgreement: false,
  title: { en: 'Your date of birth', es: 'Su fecha de nacimiento' },
  release: ({ birthDate }) => ({ birthdate: birthDate }),
  shown: ({ birthDate }) => ({ full: { day: birthDate }, masked: `••/••/${birthDate.slice(0, 4)}` }),
});
