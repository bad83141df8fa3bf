/** ICAO's own Utopia, and codes that ISO 3166 leaves to users: no state has them. */
const isMadeUpState = (code: string): boolean => code === 'UTO' || /^ZZ[A-Z]$/.test(code);

export const acceptsPassportIssuer = (code: string, { sandbox }: { readonly sandbox: boolean }): boolean =>
  isMadeUpState(code) === sandbox;
