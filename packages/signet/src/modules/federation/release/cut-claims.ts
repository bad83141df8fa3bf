import type { ReleaseItem } from '../../agencies/index.ts';
import type { Identity, ProvenHow } from '../ports.ts';

/** Cuts from the person's data exactly the items agreed to, in OpenID's claim names. */
export function cutClaims(
  items: readonly ReleaseItem[],
  identity: Identity | undefined,
  email: string | undefined,
  proven: ProvenHow | undefined,
  trustFramework: string,
): Record<string, unknown> {
  const personal = identity ? identityClaims(items, identity) : {};
  return {
    ...personal,
    ...(items.includes('email') && email ? { email, email_verified: true } : {}),
    ...(items.includes('ssn') && identity?.ssn ? { social_security_number: identity.ssn } : {}),
    ...(proven && proven.ial >= 1 && Object.keys(personal).length > 0
      ? { verified_claims: verifiedClaims(personal, proven, trustFramework) }
      : {}),
  };
}

function identityClaims(items: readonly ReleaseItem[], identity: Identity): Record<string, unknown> {
  return {
    ...(items.includes('name')
      ? {
          given_name: identity.givenName,
          ...(identity.middleName ? { middle_name: identity.middleName } : {}),
          family_name: identity.familyName,
        }
      : {}),
    ...(items.includes('birthdate') ? { birthdate: identity.birthDate } : {}),
    ...(items.includes('address') && identity.address ? { address: addressClaim(identity.address) } : {}),
  };
}

function addressClaim(address: NonNullable<Identity['address']>): Record<string, string> {
  const { street, city, state, postalCode } = address;
  return {
    formatted: `${street}\n${city}, ${state} ${postalCode}`,
    street_address: street,
    locality: city,
    region: state,
    postal_code: postalCode,
    country: 'US',
  };
}

function verifiedClaims(claims: Record<string, unknown>, proven: ProvenHow, trustFramework: string): unknown {
  return {
    verification: {
      trust_framework: trustFramework,
      assurance_level: `ial${proven.ial}`,
      time: proven.verifiedAt.toISOString(),
      evidence: proven.evidence,
    },
    claims,
  };
}
