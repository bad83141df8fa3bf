export type { Answer, Oidc } from './oidc.ts';
export { openOidc } from './open-oidc.ts';
export type { LangOf, ProviderKeys, ProviderPages, Refusal } from './ports.ts';
export { endSubject } from './postgres-artifacts.ts';
export type { RefusedRequest } from './refused-requests.ts';
export { readRequest } from './request.ts';
