import { type Agency, type AttributeName, attributesByScope, claimsByScope } from '../../agencies/index.ts';

/** Levels and the event of authentication ride with every answer: they are no attributes of a person (C2, C8). */
const ofEveryAnswer = ['sub', 'sid', 'auth_time', 'acr', 'amr', 'iss', 'jti', 'ial', 'aal', 'fal'];

/** Which claims each scope brings, as the provider's metadata lists them. */
export const claimsOfScopes: Readonly<Record<string, readonly string[]>> = {
  openid: ofEveryAnswer,
  ...claimsByScope,
};

const attributesOfScopes: Readonly<Record<string, readonly AttributeName[]>> = {
  openid: [],
  ...attributesByScope,
};

export const attributesOfScope = (scope: string): readonly AttributeName[] => attributesOfScopes[scope] ?? [];

/** The scopes an agency may use: those of which it is entitled to every attribute. */
export function scopesFor(agency: Agency): string[] {
  const entitled = new Set(agency.entitled);
  return Object.entries(attributesOfScopes)
    .filter(([, attributes]) => attributes.every((one) => entitled.has(one)))
    .map(([scope]) => scope);
}
