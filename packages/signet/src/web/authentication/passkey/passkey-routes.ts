import { z } from 'zod';
import type { PersonId } from '../../../kernel/index.ts';
import type {
  AnswerAlong,
  Authentication,
  PasskeyRequestResponse,
  PasskeyResponse,
  SignInWithPasskeyError,
} from '../../../modules/authentication/index.ts';
import { deviceOf } from '../../../modules/risk/index.ts';
import { words } from '../../locales/index.ts';
import { ensurePresence, keepPresence, postedJson, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { nextPage, resumedAt, showFirstCodes } from '../session/index.ts';
import { confirmPath, pageToGoOn } from '../step-up/index.ts';
import { storedPasskeyPath } from './stored-passkey-routes.tsx';

/** `response` is checked in full by the WebAuthn library; here only that it is an object with an id. */
const body = z.object({
  purpose: z.enum(['register', 'signin', 'prf']),
  response: z.looseObject({ id: z.string().max(2048) }),
  prf: z.string().max(64).optional(),
});

/** The JSON side of `<signet-passkey>`: options, then the browser's answer. */
export function passkeyRoutes(authentication: Authentication): Routes {
  const routes = signetRoutes();

  routes.post('/passkey/sign-in/options', async (c) => {
    const presence = await ensurePresence(c, authentication.session);
    const deviceBound = c.req.query('kind') === 'device-bound';
    const asked = await authentication.passkey.requestOptions(presence, { deviceBound });
    keepPresence(c, asked.presence);
    return c.json(asked.options);
  });

  routes.post('/passkey/sign-in/verify', async (c) => {
    const given = body.safeParse(postedJson(c));
    if (!given.success) return refused(c, 400);
    const failed = await verified(c, authentication, given.data as unknown as PasskeyRequestResponse);
    return failed ?? c.json({ redirect: await nextPage(c, authentication) });
  });

  // Step-up by a passkey: only one of the signed-in person's own counts, so that it cannot change whose account this is.
  routes.post('/passkey/confirm/verify', async (c) => {
    const given = body.safeParse(postedJson(c));
    if (!given.success) return refused(c, 400);
    const only = c.var.visit.presence?.session.person;
    if (!only) return c.json({ redirect: '/continue' });
    const to = pageToGoOn(c.req.query('to'));
    return verifySignIn(c, given.data as unknown as PasskeyRequestResponse, { only, to });
  });

  routes.post('/passkey/resume/options', async (c) => {
    const { idle } = c.var.visit;
    if (!idle) return c.json({ redirect: '/continue' });
    const asked = await authentication.passkey.requestOptions(idle);
    c.var.visit.idle = asked.presence;
    return c.json(asked.options);
  });

  routes.post('/passkey/resume/verify', async (c) => {
    const given = body.safeParse(postedJson(c));
    if (!given.success) return refused(c, 400);
    const { circumstances, idle } = c.var.visit;
    if (!idle?.session.idle) return c.json({ redirect: '/continue' });
    const answer = given.data as unknown as PasskeyRequestResponse;
    const only = idle.session.idle.person;
    const result = await authentication.passkey.signIn(idle, {
      ...answer,
      source: circumstances.source,
      only,
    });
    if (!result.ok) return refused(c, 409, result.error.code, unknownOne(answer, result.error));
    keepPresence(c, result.value.presence);
    const to = c.req.query('to') ? pageToGoOn(c.req.query('to')) : undefined;
    return c.json({ redirect: await resumedAt(c, authentication, result.value.presence, to) });
  });

  routes.post('/passkey/register/options', async (c) => {
    const presence = await ensurePresence(c, authentication.session);
    const { aal, recent } = presence.session;
    if (aal >= 2 && !recent) return c.json({ redirect: confirmPath(pageToGoOn(c.req.query('to'))) });
    const kind = c.req.query('kind') === 'security-key' ? 'securityKey' : undefined;
    const asked = await authentication.passkey.creationOptions(presence, { kind });
    if (!asked.ok) return refused(c, 409, asked.error.code);
    keepPresence(c, asked.value.presence);
    return c.json(asked.value.options);
  });

  routes.post('/passkey/register/verify', async (c) => {
    const given = body.safeParse(postedJson(c));
    if (!given.success) return refused(c, 400);
    // the second ceremony of a registration, which only fetches the PRF output, is a sign-in
    const to = c.req.query('to') ? pageToGoOn(c.req.query('to')) : '/continue';
    const presence = await ensurePresence(c, authentication.session);
    if (given.data.purpose === 'prf') {
      const answer = given.data as unknown as PasskeyRequestResponse;
      const refusal = await verified(c, authentication, answer, { only: presence.session.person });
      return refusal ?? enrolled(c, to);
    }
    const result = await authentication.passkey.enroll(presence, {
      ...(given.data as unknown as PasskeyResponse),
      name: deviceOf(c.var.visit.circumstances).system,
    });
    if (!result.ok) return refused(c, 409, result.error.code);
    keepPresence(c, result.value.presence);
    const { prfOptions } = result.value;
    if (!prfOptions) return enrolled(c, to);
    return c.json({ redirect: to, prfOptions, withoutPrf: storedPasskeyPath(to) });
  });

  /** A passkey that opened the account leads on; its own page leads back. */
  async function enrolled(c: WebContext, to: string): Promise<Response> {
    if (to === '/continue') await showFirstCodes(c, authentication);
    return c.json({ redirect: to });
  }

  async function verifySignIn(
    c: WebContext,
    answer: PasskeyRequestResponse,
    { only, to }: { readonly only: PersonId | undefined; readonly to: string },
  ): Promise<Response> {
    return (await verified(c, authentication, answer, { only })) ?? c.json({ redirect: to });
  }

  return routes;
}

/**
 * Takes the answer of a passkey and keeps the session it gives, with what is answered along with it. Undefined: signed in;
 * else what to answer.
 */
export async function signInByPasskey(
  c: WebContext,
  authentication: Authentication,
  along: AnswerAlong,
): Promise<Response | undefined> {
  const given = body.safeParse(postedJson(c));
  if (!given.success) return refused(c, 400);
  return verified(c, authentication, given.data as unknown as PasskeyRequestResponse, { along });
}

async function verified(
  c: WebContext,
  authentication: Authentication,
  answer: PasskeyRequestResponse,
  how: { readonly only?: PersonId | undefined; readonly along?: AnswerAlong } = {},
): Promise<Response | undefined> {
  const presence = await ensurePresence(c, authentication.session);
  const { source } = c.var.visit;
  const result = await authentication.passkey.signIn(presence, { ...answer, ...how, source });
  if (!result.ok) return refused(c, 409, result.error.code, unknownOne(answer, result.error));
  keepPresence(c, result.value.presence);
  return undefined;
}

/** Which passkey the browser may forget: removed here, or of a world that is no more. */
const unknownOne = ({ response }: PasskeyRequestResponse, { code }: SignInWithPasskeyError): object =>
  code === 'passkey-unknown' ? { unknownCredential: response.id } : {};

function refused(c: WebContext, status: 400 | 409, code = '', more: object = {}): Response {
  const say = words(c.var.visit.lang).common.passkey;
  const said: Readonly<Record<string, string>> = {
    'passkey-already-registered': say.alreadyRegistered,
    'too-many-passkeys': say.tooMany,
    'another-person': say.anotherPerson,
    'passkey-unknown': say.unknown,
  };
  return c.json({ message: said[code] ?? say.refused, ...more }, status);
}
