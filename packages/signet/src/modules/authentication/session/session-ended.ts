import { AppError, err, type Result } from '../../../kernel/index.ts';
import type { Presence, Sessions } from './session.ts';

/** The session does not allow this step now (signed out, other tab, back button): go to `nextStep`. */
export interface NotNow {
  readonly code: 'not-now';
}

export const sessionGone = (): AppError => new AppError('session-gone', { status: 401 });

/** The session ended while a request was under way: a second press, another tab, signing out. */
export const isSessionGone = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'session-gone';

/**
 * A step of a session that ended while the step was under way (a second press of the button, another tab, signing
 * out) is no fault: the person goes where `nextStep` says.
 */
export const notNowWhenSessionEnded =
  <Rest extends readonly unknown[], T, E>(
    step: (presence: Presence, ...rest: Rest) => Promise<Result<T, E | NotNow>>,
  ) =>
  async (presence: Presence, ...rest: Rest): Promise<Result<T, E | NotNow>> => {
    try {
      return await step(presence, ...rest);
    } catch (error) {
      if (isSessionGone(error)) return err({ code: 'not-now' });
      throw error;
    }
  };

/** A code is used up, and so is the cookie: another request of this very browser was first and is signed in. */
export const wentOnElsewhere = async (
  sessions: Pick<Sessions, 'load'>,
  presence: Presence,
): Promise<boolean> => (await sessions.load(presence.cookie.reveal())) === undefined;

/** Another press of the same button was faster: its message goes out, and this one does not. */
export class DuplicateSubmission extends Error {}

/** The session as the first press left it, where this one is the second. */
export async function unlessDuplicateSubmission(
  sessions: Pick<Sessions, 'load'>,
  presence: Presence,
  act: () => Promise<Presence>,
): Promise<Presence> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DuplicateSubmission)) throw error;
    return (await sessions.load(presence.cookie.reveal())) ?? presence;
  }
}
