import { attribute } from './attribute.ts';

/** D6: some people can have no SSN, and give the number that they file taxes with. */
const titles = {
  ssn: { en: 'Your Social Security number', es: 'Su número de Seguro Social' },
  itin: { en: 'Your taxpayer number (ITIN)', es: 'Su número de contribuyente (ITIN)' },
} as const;

export const ssn = attribute({
  heldIn: 'identity',
  scopes: ['ssn'],
  claims: ['social_security_number'],
  verified: false,
  ownAgreement: true,
  title: { en: 'Your Social Security number or ITIN', es: 'Su número de Seguro Social o ITIN' },
  release: (held) => ({ social_security_number: held.ssn || undefined }),
  shown: ({ ssn: digits, numberKind }) =>
    digits
      ? {
          full: `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`,
          masked: `•••-••-${digits.slice(-4)}`,
          title: titles[numberKind ?? 'ssn'],
        }
      : undefined,
});
