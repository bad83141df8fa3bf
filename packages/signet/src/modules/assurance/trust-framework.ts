/**
 * P7: the rules under which `verified_claims` were verified, a URI of this deployment's own. The sandbox's is
 * another one, so that make-believe evidence can never pass for real at an agency that checks it.
 */
export const trustFramework = (issuer: string, sandbox: boolean): string =>
  `${issuer}/trust-framework/${sandbox ? 'sandbox' : 'signet'}`;
