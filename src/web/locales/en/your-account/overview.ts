/** The first page of the account. */
export const overview = {
  title: 'Your account',
  email: 'Email address',
  identity: 'Your identity',
  proven: 'Proven',
  verified: (day: string) =>
    `You proved who you are on ${day}. Every agency that uses Signet can rely on it.`,
  notVerified: 'Not proven yet',
  notVerifiedBody: 'Some agencies ask you to prove who you are. You can do it now, or when an agency asks.',
  verify: 'Prove who I am',
};
