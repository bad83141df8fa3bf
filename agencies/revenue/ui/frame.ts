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
  /** On the staff's own site, or in the refund tool; in the tax account otherwise. */
  readonly site?: keyof typeof addresses;
}

const addresses = {
  account: {
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
  refund: {
    home: '/',
    signIn: '/refund/sign-in',
    signOut: '/refund/sign-out',
    session: '/refund/session',
    signedOut: '/signed-out',
  },
} as const;

/** Where a page's frame leads: each of the three sites has a sign-in of its own. */
export const addressesOf = ({ site = 'account' }: Frame) => addresses[site];
