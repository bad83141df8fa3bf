import { Hono } from 'hono';
import { AppError, assertNever } from '../../kernel/index.ts';
import { type ReleaseItem, releaseItems } from '../../modules/agencies/index.ts';
import type { Presence, Sessions } from '../../modules/authentication/index.ts';
import type { AuthorizationRequest, Federation, Need } from '../../modules/federation/index.ts';
import {
  ensurePresence,
  forgetRequest,
  frameOf,
  keepPresence,
  pendingRequest,
  rememberRequest,
  seeOther,
  type WebContext,
  type WebEnv,
} from '../context.ts';
import { answerPage } from '../ui/index.ts';
import { ConsentPage } from './consent-page.tsx';
import { MessagePage } from './message-page.tsx';

/**
 * `/interaction/:uid`: the hub of an agency's request. It asks federation what is missing, sends the person to the
 * page for just that, and every journey comes back here until nothing is missing.
 */
export function interactionRoutes(deps: { federation: Federation; sessions: Sessions }): Hono<WebEnv> {
  const { federation, sessions } = deps;
  const routes = new Hono<WebEnv>();

  routes.get('/interaction/:uid', async (c) => {
    const request = await federation.requestOf(pair(c));
    if (!request) return ended(c);
    const need = await needOf(request, c.var.visit.presence);
    if (!need) return unknownLevel(c);
    return go(c, request, need);
  });

  routes.post('/interaction/:uid/consent', async (c) => {
    const request = await federation.requestOf(pair(c));
    const { presence } = c.var.visit;
    if (!request || !presence) return ended(c);
    const form = await c.req.parseBody({ all: true });
    if (form.answer !== 'agree') {
      const returnTo = await federation.refuse(pair(c), 'access_denied');
      await leave(c, presence);
      return seeOther(c, returnTo);
    }
    if ((await needOf(request, presence)) !== 'consent') return seeOther(c, `/interaction/${request.uid}`);
    const chosen = [form.optional].flat().filter(isItem);
    await federation.consent(request, presence, [...request.items.filter(required(request)), ...chosen]);
    return finish(c, { ...request, askConsentAgain: false }, presence);
  });

  async function needOf(
    request: AuthorizationRequest,
    presence: Presence | undefined,
  ): Promise<Need | undefined> {
    try {
      return await federation.need(request, presence);
    } catch (error) {
      if (error instanceof AppError && error.code === 'unknown-acr') return undefined;
      throw error;
    }
  }

  async function go(c: WebContext, request: AuthorizationRequest, need: Need): Promise<Response> {
    const presence = await ensurePresence(c, sessions);
    if (need === 'nothing') return finish(c, request, presence);
    rememberRequest(c, request.uid);
    keepPresence(c, await remember(presence, request, need));
    switch (need) {
      case 'sign-in':
        return seeOther(c, '/sign-in');
      case 'second-factor':
        return seeOther(c, '/continue');
      case 'passkey':
        return seeOther(c, '/sign-in/passkey-needed');
      case 'identity':
        return seeOther(c, '/verify');
      case 'open-vault':
        return seeOther(c, '/sign-in/open-vault');
      case 'consent': {
        const items = await federation.preview(request, presence);
        return answerPage(c, <ConsentPage frame={frameOf(c)} request={request} items={items} />);
      }
      default:
        return assertNever(need);
    }
  }

  /** What the pages on the way say and allow: the agency's name, and its origin for `form-action`. */
  function remember(presence: Presence, request: AuthorizationRequest, need: Need): Promise<Presence> {
    return sessions.setPending(presence, {
      request: {
        uid: request.uid,
        agency: request.agency.id,
        agencyName: request.agency.name,
        origin: request.redirectOrigin,
        fresh: need === 'sign-in' && presence.session.person !== undefined,
      },
    });
  }

  async function finish(c: WebContext, request: AuthorizationRequest, presence: Presence): Promise<Response> {
    const returnTo = await federation.answer(pair(c), request, presence);
    await leave(c, presence);
    return seeOther(c, returnTo);
  }

  /** The request is answered: nothing leads back to it. */
  async function leave(c: WebContext, presence: Presence): Promise<void> {
    forgetRequest(c);
    if (pendingRequest(presence))
      keepPresence(c, await sessions.setPending(presence, { request: undefined }));
  }

  return routes;
}

const pair = (c: WebContext) => ({ req: c.env.incoming, res: c.env.outgoing as never });

const isItem = (value: unknown): value is ReleaseItem => releaseItems.some((item) => item === value);

const required = (request: AuthorizationRequest) => (item: ReleaseItem) =>
  !request.agency.optional.includes(item);

function ended(c: WebContext): Promise<Response> {
  forgetRequest(c);
  return answerPage(c, <MessagePage frame={frameOf(c)} message="expired" />, 400);
}

const unknownLevel = (c: WebContext) =>
  answerPage(c, <MessagePage frame={frameOf(c)} message="unknownLevel" />, 400);
