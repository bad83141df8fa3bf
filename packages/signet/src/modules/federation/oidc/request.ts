import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { Agency, AttributeName } from '../../agencies/index.ts';
import type { AskedLevels } from '../../assurance/index.ts';
import type { AuthorizationRequest } from '../authorization-request.ts';
import { attributesOfScope } from './scopes.ts';

/** Under this name the provider's policy notes, in milliseconds, when a request began. */
export const startedAtDetail = 'startedAt';

interface StoredInteraction {
  readonly uid: string;
  readonly iat?: number;
  readonly params: Readonly<Record<string, unknown>>;
  readonly prompt?: { readonly details?: Readonly<Record<string, unknown>> };
}

/** Reads the stored interaction. The provider has already checked client, redirect, scope and PKCE. */
export function readRequest(interaction: StoredInteraction, agency: Agency): AuthorizationRequest {
  const { params } = interaction;
  const scope = text(params.scope);
  const prompts = words(params.prompt);
  const redirectUri = text(params.redirect_uri);
  const claimed = demandsIn(text(params.claims));
  const subject = claimed.subject ?? subjectOf(text(params.id_token_hint));
  return {
    uid: interaction.uid,
    agency,
    scope,
    items: askedItems(scope, agency),
    levels: {
      voluntary: [...words(params.acr_values), ...claimed.levels.voluntary],
      essential: claimed.levels.essential,
    },
    ...(params.max_age === undefined ? {} : { maxAgeSeconds: Number(params.max_age) }),
    freshSignIn: prompts.includes('login'),
    askConsentAgain: prompts.includes('consent'),
    startedAt: startOf(interaction),
    redirectOrigin: new URL(redirectUri).origin,
    redirectUri,
    uiLocales: words(params.ui_locales),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** To the millisecond where the policy noted it: `iat` would let an authentication just before pass as a fresh one. */
function startOf({ prompt, iat = 0 }: StoredInteraction): Date {
  const noted = prompt?.details?.[startedAtDetail];
  return new Date(typeof noted === 'number' ? noted : iat * 1000);
}

/** In the order of the consent page, and never more than the agreement with the agency allows (C1). */
function askedItems(scope: string, agency: Agency): AttributeName[] {
  const asked = new Set(words(scope).flatMap((one) => attributesOfScope(one)));
  return agency.entitled.filter((item) => asked.has(item));
}

const valueRequest = z
  .looseObject({
    essential: z.boolean().optional(),
    value: z.string().optional(),
    values: z.array(z.string()).optional(),
  })
  .nullish()
  .catch(undefined);
const claimsRequest = z.object({
  id_token: z.object({ acr: valueRequest, sub: valueRequest }).partial().optional().catch(undefined),
});

/** What the `claims` parameter demands of the authentication itself (OpenID Connect Core 5.5.1). */
function demandsIn(claims: string): { levels: AskedLevels; subject: string | undefined } {
  const asked = claims === '' ? undefined : claimsRequest.parse(JSON.parse(claims)).id_token;
  const acr = asked?.acr;
  const values = [acr?.value ?? [], acr?.values ?? []].flat();
  const levels = acr?.essential ? { voluntary: [], essential: values } : { voluntary: values, essential: [] };
  return { levels, subject: asked?.sub?.value };
}

/** The provider has checked the hint's signature and audience. */
const subjectOf = (idTokenHint: string): string | undefined =>
  idTokenHint === '' ? undefined : decodeJwt(idTokenHint).sub;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const words = (value: unknown): string[] => text(value).split(' ').filter(Boolean);
