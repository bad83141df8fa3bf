import type { Presence, Sessions } from './session.ts';

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
