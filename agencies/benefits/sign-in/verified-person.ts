import type { Address, SignIn } from '@signet/relying-party';

/** What Signet verified and the person shared. Kept only in their sealed session. */
export interface VerifiedPerson {
  /** Signet's name for them at this office and nowhere else (C3). */
  readonly sub: string;
  readonly givenName: string; // empty: they have one name only
  readonly familyName: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  /** As on an envelope; empty when it was not shared. */
  readonly addressLines: readonly string[];
  /** Of that address. */
  readonly state?: string | undefined;
  readonly email?: string | undefined;
}

function linesOf(address: Address | undefined): readonly string[] {
  if (address === undefined) return [];
  const { street_address: street, locality, region, postal_code: postalCode } = address;
  const town = [locality, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [...(street ?? '').split('\n'), town].filter((line) => line !== '');
}

/** Null when the name or birth date is missing: then there is nobody to greet. */
export function verifiedPerson({ sub, claims, verifiedClaims }: SignIn): VerifiedPerson | null {
  const {
    given_name: givenName = '',
    family_name: familyName,
    birthdate,
    address,
  } = verifiedClaims?.claims ?? {};
  if (familyName === undefined || birthdate === undefined) return null;
  return {
    ...{ sub, givenName, familyName, birthDate: birthdate },
    addressLines: linesOf(address),
    state: address?.region,
    email: claims.email,
  };
}
