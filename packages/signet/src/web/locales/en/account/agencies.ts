/** Agencies with remembered consent (C4). */
export const agencies = (brand: string) => ({
  title: 'Agencies that may see your information',
  none: 'None yet. An agency appears here after you agree to share something with it.',
  lead: 'You agreed that these agencies get the following when you sign in there. Your information is locked with your own key: an agency gets it only while you are signing in.',
  why: 'Why it asks',
  gets: 'What it gets',
  nothing: 'No details, only that it is you again',
  refused: 'What you kept from it',
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
      `${agency} cannot get anything about you from ${brand} any more. What it uses to ask us stops working now.`,
      `The next time you sign in to ${agency}, ${brand} asks you again before it gives anything.`,
    ],
    doesNot: 'What this does not do',
    doesNotList: (agency: string) => [
      `${agency} keeps what it already got. To have that deleted, ask ${agency}.`,
      'It does not close your account there, and does not sign you out of pages that are already open.',
      `Your ${brand} account and your other connections stay as they are.`,
    ],
    submit: 'End the connection',
    keep: 'Keep it',
  },
  ended: `The connection was ended. That agency gets nothing more from ${brand} unless you agree again.`,
});
