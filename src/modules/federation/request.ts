import type { Agency, ReleaseItem } from '../agencies/index.ts';
import { itemsByScope } from './claims.ts';

/** What an agency asks of one sign-in, read from its authorization request. */
export interface AuthorizationRequest {
  readonly uid: string;
  readonly agency: Agency;
  readonly scope: string;
  readonly items: readonly ReleaseItem[];
  readonly acrValues: readonly string[];
  readonly maxAgeSeconds?: number;
  readonly freshSignIn: boolean; // prompt=login
  readonly askConsentAgain: boolean; // prompt=consent
  readonly startedAt: Date;
  readonly redirectOrigin: string; // allowed in this page's form-action
  readonly redirectUri: string;
  readonly uiLocales: readonly string[];
}

interface StoredInteraction {
  readonly uid: string;
  readonly iat?: number;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Reads the stored interaction. The provider has already checked client, redirect, scope and PKCE. */
export function readRequest(interaction: StoredInteraction, agency: Agency): AuthorizationRequest {
  const { params } = interaction;
  const scope = text(params.scope);
  const prompts = words(params.prompt);
  const redirectUri = text(params.redirect_uri);
  return {
    uid: interaction.uid,
    agency,
    scope,
    items: askedItems(scope, agency),
    acrValues: words(params.acr_values),
    ...(params.max_age === undefined ? {} : { maxAgeSeconds: Number(params.max_age) }),
    freshSignIn: prompts.includes('login'),
    askConsentAgain: prompts.includes('consent'),
    startedAt: new Date((interaction.iat ?? 0) * 1000),
    redirectOrigin: new URL(redirectUri).origin,
    redirectUri,
    uiLocales: words(params.ui_locales),
  };
}

/** In the order of the consent page, and never more than the agreement with the agency allows (C1). */
function askedItems(scope: string, agency: Agency): ReleaseItem[] {
  const asked = new Set(words(scope).flatMap((one) => itemsByScope[one] ?? []));
  return agency.entitled.filter((item) => asked.has(item));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const words = (value: unknown): string[] => text(value).split(' ').filter(Boolean);
