/**
 * The made-up jurisdiction whose documents the sandbox deals in. No issuer has this number: AAMVA's lie in
 * 604xxx and 636xxx, and 636999 is not given out. ZZ is a user-assigned code in ISO 3166 and nobody's state.
 */
export const alder = {
  name: 'Commonwealth of Alder',
  agency: 'Alder Bureau of Motor Vehicles',
  code: 'ZZ',
  issuerId: '636999',
} as const;
