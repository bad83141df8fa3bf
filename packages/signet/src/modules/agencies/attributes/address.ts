import { attribute, type HeldAddress } from './attribute.ts';

export const address = attribute({
  heldIn: 'identity',
  scopes: ['address', 'identity'],
  claims: ['address'],
  verified: true,
  ownAgreement: false,
  title: { en: 'Your address', es: 'Su dirección' },
  release: (held) => ({ address: held.address && inOpenIdTerms(held.address) }),
  shown: (held) =>
    held.address && {
      full: `${held.address.street}, ${secondLine(held.address)}`,
      masked: `${held.address.street.slice(0, 6)}…`, // T2: no more of a street than its first six characters
    },
});

/** OpenID Connect Core 1.0, section 5.1.1. */
const inOpenIdTerms = (held: HeldAddress): Readonly<Record<string, string>> => ({
  formatted: `${held.street}\n${secondLine(held)}`,
  street_address: held.street,
  locality: held.city,
  region: held.state,
  postal_code: held.postalCode,
  country: 'US',
});

const secondLine = ({ city, state, postalCode }: HeldAddress): string => `${city}, ${state} ${postalCode}`;
