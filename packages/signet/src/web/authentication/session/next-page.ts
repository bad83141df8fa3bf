import { assertNever } from '../../../kernel/index.ts';
import type { Authentication, NextStep, Presence } from '../../../modules/authentication/index.ts';
import { currentRequest, rememberedRequest, type WebContext } from '../../request/index.ts';

/**
 * The page that comes next. One place knows it, so that a step, a reload or a second tab all end up right: a step
 * that was taken goes there at once, and `/continue` leads there from anywhere.
 */
export async function nextPage(
  c: WebContext,
  authentication: Authentication,
  presence = c.var.visit.presence,
): Promise<string> {
  if (!presence) return c.var.visit.idle ? '/sign-in/welcome-back' : pathOf(c, { step: 'sign-in' });
  // codes that were shown and not yet confirmed as saved come first
  if (presence.session.person && presence.session.pending.recoveryCodes) return '/recovery-codes';
  return pathOf(c, await nextStepOf(c, presence, authentication));
}

/** The step that comes next in this session, given how recent an authentication the agency asks for. */
export function nextStepOf(
  c: WebContext,
  presence: Presence,
  authentication: Pick<Authentication, 'signIn'>,
): Promise<NextStep> {
  return authentication.signIn.nextStep(presence, freshSince(c));
}

/** The same, with what the person has. */
export const nextStepAndWaysOf = (
  c: WebContext,
  presence: Presence,
  authentication: Pick<Authentication, 'signIn'>,
) => authentication.signIn.nextStepAndWays(presence, freshSince(c));

function freshSince(c: WebContext): Date | undefined {
  const since = currentRequest(c)?.freshSince;
  return since === undefined ? undefined : new Date(since);
}

function pathOf(c: WebContext, next: NextStep): string {
  switch (next.step) {
    case 'sign-in': {
      // by way of the request, when its session is gone: the page then says again where one is signing in to
      const uid = rememberedRequest(c);
      return uid && uid !== currentRequest(c)?.uid ? `/interaction/${uid}` : '/sign-in';
    }
    case 'confirm-email':
      return '/sign-up/code';
    case 'first-authenticator':
      return '/sign-up/password';
    case 'second-authenticator':
      return '/sign-up/second';
    case 'second-factor':
      return '/sign-in/code';
    case 'rebind':
      return '/recover/new';
    case 'review-ways':
      return '/recover/review';
    case 'recovery-codes':
      return '/recovery-codes';
    case 'done': {
      const uid = rememberedRequest(c);
      return uid ? `/interaction/${uid}` : '/account';
    }
    default:
      return assertNever(next);
  }
}
