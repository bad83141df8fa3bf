export { endSubject } from './artifacts/index.ts';
export type { Onward } from './going-on-here.ts';
export type { Answer, Leads, Oidc, OidcNeeds, PreparedAnswer } from './oidc.ts';
export { openOidc } from './open-oidc.ts';
export type { ProviderPages, Refusal } from './ports.ts';
export { readRequest } from './request.ts';
