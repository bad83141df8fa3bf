import type { Frame as AgencyFrame } from '@signet/agencies-ui/pages';

export interface Frame extends AgencyFrame {
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
