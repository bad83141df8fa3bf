import { AppError, assertNever, type PersonId } from '../../kernel/index.ts';
import { type AttributeName, isAttributeName } from '../../modules/agencies/index.ts';
import type { Authentication, Presence } from '../../modules/authentication/index.ts';
import type { AuthorizationRequest, Federation, Leads, Need } from '../../modules/federation/index.ts';
import { signInByPasskey } from '../authentication/passkey/index.ts';
import { nextPage } from '../authentication/session/index.ts';
import { SignInPage } from '../authentication/sign-in/index.ts';
import {
  allPosted,
  followTab,
  frameOf,
  httpPair,
  isAfterProofing,
  keepPresence,
  postedForm,
  postedJson,
  rememberRequest,
  seeOther,
  speakAs,
  type WebContext,
  withRequest,
} from '../request/index.ts';
import { type Routes, signetRoutes } from '../routes/index.ts';
import { answerPage } from '../ui/index.ts';
import { answerAlong, goingTo } from './answer-along.ts';
import { ConsentPage } from './consent-page.tsx';
import { expiredRequest, leaveRequest } from './leave-request.tsx';

interface InteractionNeeds {
  readonly federation: Federation;
  readonly authentication: Authentication;
  readonly isProven: (person: PersonId) => Promise<boolean>;
  /** Hears why an agency was not answered in the transaction of a sign-in. It is answered after it. */
  readonly onUnanswered: (error: unknown) => void;
}

/**
 * `/interaction/:uid`: the hub of an agency's request. It asks federation what is missing, sends the person to the
 * page for just that, and every journey comes back here until nothing is missing.
 */
export function interactionRoutes(needs: InteractionNeeds): Routes {
  const { federation, authentication, isProven } = needs;
  const { session: sessions } = authentication;
  const routes = signetRoutes();

  routes.get('/interaction/:uid', async (c) => {
    const request = requestAt(c);
    speakAs(c, request.uiLocales);
    return go(c, request);
  });

  routes.post('/interaction/:uid/consent', async (c) => {
    const request = requestAt(c);
    const { presence } = c.var.visit;
    if (!presence) return expiredRequest(c, sessions, request.uid);
    if (postedForm(c).answer !== 'agree') {
      const returnTo = await federation.refuse(httpPair(c), 'access_denied');
      await leaveRequest(c, sessions, request.uid, presence);
      return seeOther(c, returnTo);
    }
    if ((await federation.need(request, presence)) !== 'consent') {
      return seeOther(c, `/interaction/${request.uid}`);
    }
    const chosen = allPosted(c, 'optional').filter(isAttributeName);
    await federation.consent(request, presence, [...request.items.filter(required(request)), ...chosen]);
    return go(c, { ...request, askConsentAgain: false }, 'to-provider'); // asked once, where all others go every time
  });

  // From the sign-in page below. Its address carries the request's own cookie, so that a person who is done is answered at once.
  routes.post('/interaction/:uid/passkey', async (c) => {
    followTab(c, c.req.param('uid'));
    const leads = leadsOf(c);
    const along = answerAlong(c, needs, leads);
    const refused = await signInByPasskey(c, authentication, along);
    return refused ?? c.json({ redirect: (await along.to()) ?? (await nextOf(c, leads)) });
  });

  /** Where a person who has signed in goes now: back to the agency if nothing is missing. */
  async function nextOf(c: WebContext, leads: Leads): Promise<string> {
    const [next, request] = await Promise.all([
      nextPage(c, authentication),
      federation.requestOf(httpPair(c)),
    ]);
    if (!request || next !== `/interaction/${request.uid}`) return next;
    const answered = await answer(c, request, leads);
    return answered.ok ? goingTo(c, answered.value) : next;
  }

  function answer(c: WebContext, request: AuthorizationRequest, leads: Leads) {
    const { presence } = c.var.visit;
    return federation.answer(httpPair(c), request, presence, leads, (tx) =>
      leaveRequest(c, sessions, request.uid, presence, tx),
    );
  }

  async function go(
    c: WebContext,
    request: AuthorizationRequest,
    leads: Leads = 'to-agency',
  ): Promise<Response> {
    const answered = await answer(c, request, leads);
    if (answered.ok) return seeOther(c, goingTo(c, answered.value));
    if (answered.error === 'over') return expiredRequest(c, sessions, request.uid);
    return ask(c, request, answered.error);
  }

  async function ask(c: WebContext, request: AuthorizationRequest, need: Missing): Promise<Response> {
    rememberRequest(c, request.uid);
    if (c.var.visit.idle) return seeOther(c, '/sign-in/welcome-back'); // then on with this request
    if (need === 'sign-in' && !c.var.visit.presence?.session.person) return askToSignIn(c, request);
    const presence = await rememberOnTheWay(c, needs, request);
    switch (need) {
      case 'sign-in':
        return seeOther(c, '/sign-in');
      case 'second-factor':
        return seeOther(c, '/continue');
      case 'passkey':
        return seeOther(c, '/sign-in/passkey-needed');
      case 'device-key':
        return seeOther(c, '/sign-in/key-needed');
      case 'identity':
        return seeOther(c, '/verify');
      case 'open-vault':
        return seeOther(c, '/sign-in/open-vault');
      case 'consent': {
        const items = await federation.preview(request, presence);
        const { person } = presence.session;
        const justProven = isAfterProofing(c) && person !== undefined && (await isProven(person));
        return answerPage(
          c,
          <ConsentPage frame={frameOf(c)} request={request} items={items} justProven={justProven} />,
        );
      }
      default:
        return assertNever(need);
    }
  }

  /** The page itself and not the way to it: each step of a sign-in costs everybody who signs in (decision 15). */
  async function askToSignIn(c: WebContext, request: AuthorizationRequest): Promise<Response> {
    const { options, pending } = await authentication.passkey.request(c.var.visit.presence);
    await rememberOnTheWay(c, needs, request, pending);
    const verifyUrl = `/interaction/${request.uid}/passkey`;
    return answerPage(
      c,
      <SignInPage
        frame={frameOf(c)}
        passkey={options}
        verifyUrl={verifyUrl}
        agency={request.redirectOrigin}
      />,
    );
  }

  return routes;
}

/** A page of the release before cannot follow a redirect to another site, and does not ask for one. */
function leadsOf(c: WebContext): Leads {
  const posted = postedJson(c) as { readonly leads?: unknown } | undefined;
  return posted?.leads === 'to-agency' ? 'to-agency' : 'to-provider';
}

type Missing = Exclude<Need, 'nothing'>;

/** What the pages on the way say and allow: the agency's name, and its origin for `form-action`. */
async function rememberOnTheWay(
  c: WebContext,
  { authentication: { session: sessions }, federation }: InteractionNeeds,
  request: AuthorizationRequest,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Presence> {
  const { presence } = c.var.visit;
  const onTheWay = withRequest(presence, {
    uid: request.uid,
    agency: request.agency.id,
    agencyName: request.agency.nameInSentence,
    origin: request.redirectOrigin,
    freshSince: federation.freshSince(request)?.getTime(),
  });
  const pending = { ...onTheWay, ...more };
  const remembering = presence
    ? await sessions.setPending(presence, pending)
    : await sessions.begin({ pending, from: c.var.visit.circumstances });
  keepPresence(c, remembering);
  return remembering;
}

/** The request that the guard found. Throws where the route's row does not name `agency-request`. */
function requestAt(c: WebContext): AuthorizationRequest {
  const request = c.var.agencyRequest;
  if (!request) throw new AppError('no-agency-request');
  return request;
}

const required = (request: AuthorizationRequest) => (item: AttributeName) =>
  !request.agency.optional.includes(item);
