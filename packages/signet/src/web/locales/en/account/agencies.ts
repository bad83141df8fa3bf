import { atStart } from '../../../../kernel/index.ts';

/** Agencies with remembered consent (C4). */
export const agencies = (brand: string) => ({
  title: 'Agencies that may see your information',
  none: 'None yet. An agency appears here after you agree to share something with it.',
  lead: 'You agreed that these agencies get the following when you sign in there. Your information is locked with a key that only you have: an agency gets it only while you are signing in.',
  why: 'Why it asks',
  gets: 'What it gets',
  nothing: 'No details: only a code for you, how you signed in, and whether your identity is verified',
  refused: 'What you chose not to share',
  since: 'You agreed',
  lastUsed: 'Last sign-in there',
  never: 'Not yet',
  releases: 'The last times it got something',
  all: 'See everything that was given',
  revoke: 'End this connection',
  end: {
    title: (agency: string) => `End the connection with ${agency}?`,
    does: 'What this does',
    doesList: (agency: string) => [
      `${atStart(agency)} can no longer get anything about you from ${brand}. What it uses to ask us will stop working now.`,
      `The next time you sign in to ${agency}, ${brand} will ask you again before it gives anything.`,
    ],
    doesNot: 'What this does not do',
    doesNotList: (agency: string) => [
      `${atStart(agency)} keeps what it already got. To have that deleted, ask ${agency}.`,
      'It does not close your account there, and does not sign you out of pages that are already open.',
      `Your ${brand} account and your other connections stay as they are.`,
    ],
    submit: 'End the connection',
    keep: 'Keep it',
  },
  ended: `The connection was ended. That agency will get nothing more from ${brand} unless you agree again.`,
});
