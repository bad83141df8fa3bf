import type { PersonalDataOffice } from '../../modules/personal-data/index.ts';
import { returnPath } from '../authentication/step-up/index.ts';
import { isAtAal2, leaveCurrentRequest } from '../request/index.ts';
import type { Guard, Guards } from '../routes/index.ts';

export interface SessionGuardNeeds {
  readonly deletion: Pick<PersonalDataOffice['deletion'], 'pendingOf'>;
}

/** The page that asks for the step that is missing. */
const toSignIn = { instead: '/continue' } as const;

const open: Guard = () => undefined;

/** Guards by what the session holds: a person or none, and how many factors. */
export const sessionGuards = ({ deletion }: SessionGuardNeeds) =>
  ({
    open,
    link: open, // its secret is the use case's to know
    session: ({ var: { visit } }) => (visit.presence ? undefined : toSignIn),
    'signed-in': ({ var: { visit } }) => (visit.presence?.session.person ? undefined : toSignIn),
    'two-factors': ({ var: { visit } }) => (isAtAal2(visit.presence) ? undefined : toSignIn),

    async owner(c, route) {
      const { visit } = c.var;
      const person = isAtAal2(visit.presence);
      if (!person) {
        const back = c.req.method === 'GET' ? `?to=${encodeURIComponent(route.pageOf(c))}` : '';
        return visit.idle ? { instead: `/sign-in/welcome-back${back}` } : toSignIn;
      }
      leaveCurrentRequest(c);
      const pending = await deletion.pendingOf(person);
      if (pending) visit.closing = pending.dueAt;
      return undefined;
    },

    'idle-session': (c) =>
      c.var.visit.idle?.session.idle ? undefined : { instead: returnPath(c.req.query('to')) ?? '/continue' },
  }) satisfies Partial<Guards>;
