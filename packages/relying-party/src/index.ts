export type { Address, Claims, VerifiedClaims } from './claims.ts';
export { type ClientKey, loadOrCreateClientKey, publicJwks } from './client-key.ts';
export { isSignInFailure, type SignInFailure, signInFailures } from './failures.ts';
export { AAL1, AAL2, AAL2_PHISHING_RESISTANT, IAL2, type Levels, levelMet } from './levels.ts';
export type { LogoutOrder, LogoutRefusal } from './logout-token.ts';
export { createRelyingParty, type RelyingParty, type RelyingPartyOptions } from './relying-party.ts';
export { err, ok, type Result } from './result.ts';
export { loadOrCreateSecretKey } from './secret-key.ts';
export type { ClaimsRequest, SignIn, SignInRequest, Transaction } from './sign-in.ts';
