import { address } from './address.ts';
import { type Attribute, type AttributeScope, attributeScopes } from './attribute.ts';
import { birthdate } from './birthdate.ts';
import { email } from './email.ts';
import { name } from './name.ts';
import { ssn } from './ssn.ts';

export type { HeldNow, Shown } from './attribute.ts';

/**
 * What an agency may be given. Agreements, requests, the consent page, releases, the provider's metadata and the person's
 * history all read this table and no other list: to add an attribute, write its file and name it here.
 */
export const attributes = { name, birthdate, address, email, ssn } satisfies Readonly<
  Record<string, Attribute>
>;

export type AttributeName = keyof typeof attributes;

export const attributeNames = Object.keys(attributes) as AttributeName[];

export const isAttributeName = (value: unknown): value is AttributeName =>
  attributeNames.some((named) => named === value);

/** Which attributes each scope asks for, in the order of the table. */
export const attributesByScope: Readonly<Record<AttributeScope, readonly AttributeName[]>> = byScope(
  (scope) => attributeNames.filter((named) => attributes[named].scopes.includes(scope)),
);

/** Which claims each scope brings. `verified_claims` tells how what `identity` brings was proven (P7). */
export const claimsByScope: Readonly<Record<AttributeScope, readonly string[]>> = byScope((scope) => [
  ...attributesByScope[scope].flatMap((named) => attributes[named].claims),
  ...(scope === 'identity' ? ['verified_claims'] : []),
]);

function byScope<T>(of: (scope: AttributeScope) => T): Record<AttributeScope, T> {
  return Object.fromEntries(attributeScopes.map((scope) => [scope, of(scope)])) as Record<AttributeScope, T>;
}
