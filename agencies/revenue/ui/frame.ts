import type { Lang } from '../locales/index.ts';

/** What every page of the department is framed with. */
export interface Frame {
  readonly lang: Lang;
  /** The path of this page, for the switch of language. */
  readonly path: string;
  /** The token of the session's forms; undefined for a visitor. */
  readonly formToken: string | undefined;
  /** The form is shown with what was filled in before the session ran out. */
  readonly kept?: boolean;
  /** On the staff's own site; the people's otherwise. */
  readonly staff?: true;
}

const addresses = {
  people: {
    home: '/',
    signIn: '/sign-in',
    signOut: '/sign-out',
    session: '/session',
    signedOut: '/signed-out',
  },
  staff: {
    home: '/staff',
    signIn: '/staff/sign-in',
    signOut: '/staff/sign-out',
    session: '/staff/session',
    signedOut: '/staff/signed-out',
  },
} as const;

/** Where a page's frame leads: each of the two sites has a sign-in of its own. */
export const addressesOf = ({ staff }: Frame) => (staff ? addresses.staff : addresses.people);
