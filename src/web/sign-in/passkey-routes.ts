import { Hono } from 'hono';
import { z } from 'zod';
import type { PersonId } from '../../kernel/index.ts';
import type {
  Authentication,
  PasskeyRequestResponse,
  PasskeyResponse,
} from '../../modules/authentication/index.ts';
import { ensurePresence, keepPresence, type WebContext, type WebEnv } from '../context.ts';
import { words } from '../locales/index.ts';
import { accountPageIn } from './confirm-target.ts';
import { nextPage } from './next-page.ts';

/** `response` is checked in full by the WebAuthn library; here only that it is an object with an id. */
const body = z.object({
  purpose: z.enum(['register', 'signin', 'prf']),
  response: z.looseObject({ id: z.string().max(2048) }),
  prf: z.string().max(64).optional(),
  label: z.string().max(60).optional(),
});

/** The JSON side of `<signet-passkey>`: options, then the browser's answer. */
export function passkeyRoutes(authentication: Authentication): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.post('/passkey/sign-in/options', async (c) => {
    const presence = await ensurePresence(c, authentication.sessions);
    const asked = await authentication.passkeyRequestOptions(presence);
    keepPresence(c, asked.presence);
    return c.json(asked.options);
  });

  routes.post('/passkey/sign-in/verify', async (c) => {
    const given = body.safeParse(await jsonOf(c));
    if (!given.success) return refused(c, 400);
    return verifySignIn(c, given.data as unknown as PasskeyRequestResponse);
  });

  // The answer of who is signed in, to go on where they were: nobody else's passkey changes whose account it is.
  routes.post('/passkey/confirm/verify', async (c) => {
    const given = body.safeParse(await jsonOf(c));
    if (!given.success) return refused(c, 400);
    const only = c.var.visit.presence?.session.person;
    if (!only) return c.json({ redirect: '/continue' });
    const to = accountPageIn(c.req.query('to'));
    return verifySignIn(c, given.data as unknown as PasskeyRequestResponse, { only, to });
  });

  routes.post('/passkey/register/options', async (c) => {
    const presence = await ensurePresence(c, authentication.sessions);
    const asked = await authentication.passkeyCreationOptions(presence);
    if (!asked.ok) return refused(c, 409);
    keepPresence(c, asked.value.presence);
    return c.json(asked.value.options);
  });

  routes.post('/passkey/register/verify', async (c) => {
    const given = body.safeParse(await jsonOf(c));
    if (!given.success) return refused(c, 400);
    // the second ceremony of a registration, which only fetches the PRF output, is a sign-in
    if (given.data.purpose === 'prf') return verifySignIn(c, given.data as unknown as PasskeyRequestResponse);
    const presence = await ensurePresence(c, authentication.sessions);
    const result = await authentication.enrollPasskey(presence, given.data as unknown as PasskeyResponse);
    if (!result.ok) return refused(c, 409, result.error.code);
    keepPresence(c, result.value.presence);
    const { prfOptions } = result.value;
    return c.json({ redirect: '/continue', ...(prfOptions ? { prfOptions } : {}) });
  });

  async function verifySignIn(
    c: WebContext,
    answer: PasskeyRequestResponse,
    confirming?: { readonly only: PersonId; readonly to: string },
  ): Promise<Response> {
    const presence = await ensurePresence(c, authentication.sessions);
    const result = await authentication.signInWithPasskey(presence, {
      ...answer,
      source: c.var.visit.source,
      only: confirming?.only,
    });
    if (!result.ok) return refused(c, 409, result.error.code);
    keepPresence(c, result.value.presence);
    return c.json({ redirect: confirming?.to ?? (await nextPage(c, authentication)) });
  }

  return routes;
}

/** What was sent, or undefined where it is no JSON: the schema then says no. */
async function jsonOf(c: WebContext): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refused(c: WebContext, status: 400 | 409, code = ''): Response {
  const say = words(c.var.visit.lang).common.passkey;
  const said: Readonly<Record<string, string>> = {
    'passkey-already-registered': say.alreadyRegistered,
    'another-person': say.anotherPerson,
  };
  return c.json({ message: said[code] ?? say.refused }, status);
}
