/** AAMVA gives out issuer numbers up to 636999; the sandbox's lie in a range of their own, its last ones. */
const isMadeUpIssuer = (issuerId: string): boolean => issuerId.startsWith('6369');

export const acceptsCardIssuer = (issuerId: string, { sandbox }: { readonly sandbox: boolean }): boolean =>
  isMadeUpIssuer(issuerId) === sandbox;
