import type { Agency, ReleaseItem } from '../../agencies/index.ts';

/** Which claims each scope brings. The standard scopes are there so that any stock client works unchanged. */
export const claimsByScope: Record<string, string[]> = {
  openid: ['sub', 'sid', 'auth_time', 'acr', 'amr', 'iss', 'jti', 'ial', 'aal', 'fal'],
  email: ['email', 'email_verified'],
  profile: ['given_name', 'middle_name', 'family_name', 'birthdate'],
  address: ['address'],
  identity: ['given_name', 'middle_name', 'family_name', 'birthdate', 'address', 'verified_claims'],
  ssn: ['social_security_number'],
};

/** Which items of the consent page each scope asks for. */
export const itemsByScope: Readonly<Record<string, readonly ReleaseItem[]>> = {
  openid: [],
  email: ['email'],
  profile: ['name', 'birthdate'],
  address: ['address'],
  identity: ['name', 'birthdate', 'address'],
  ssn: ['ssn'],
};

/** The scopes an agency may use: those of which it is entitled to every item. */
export function scopesFor(agency: Agency): string[] {
  const entitled = new Set<ReleaseItem>(agency.entitled);
  return Object.entries(itemsByScope)
    .filter(([, items]) => items.every((item) => entitled.has(item)))
    .map(([scope]) => scope);
}
