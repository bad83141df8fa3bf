/**
 * Everything that the audit log keeps about a person, in their words. Each action stands in the group that its filter
 * shows; a function takes the one thing that its details name (an authenticator, an agency, an outcome). A test holds
 * this list equal to the actions that the source records.
 */
export const history = {
  title: 'What happened in your account',
  lead: 'Nothing is ever left out of this list, and nobody can change it. It shows what you did, what Signet did, and every time a member of our staff looked at something of yours.',
  zone: 'Times are in your own time zone where your browser allows it, otherwise in UTC.',
  show: 'Show',
  groups: {
    all: 'Everything',
    signIns: 'Sign-ins',
    changes: 'Changes',
    identity: 'Identity',
    data: 'Data given',
    staff: 'Staff',
  },
  none: 'Nothing yet.',
  earlier: 'Earlier',
  newest: 'Back to the newest',
  by: {
    staff: (reference: string) => `By a member of our staff, reference ${reference}`,
    agency: (name: string) => `By ${name}`,
    system: 'By Signet itself',
  },
  given: (items: string) => `It got ${items}.`,
  other: (code: string) => `Other activity (${code})`,
  acts: {
    signIns: {
      'session.authenticated': (how: string) => `You showed that it is you: ${how}`,
      'session.moved': 'A browser that was signed in turned up somewhere else',
      'session.ended': 'You signed out',
      'sign-in.failed': (how: string) => `A try to sign in failed: ${how}`,
    },
    changes: {
      'account.created': 'You made your account',
      'authenticator.bound': (what: string) => `A way to sign in was added or replaced: ${what}`,
      'authenticator.removed': (what: string) => `A way to sign in was removed: ${what}`,
      'authenticator.renamed': 'You changed the name of a passkey',
      'authenticator.disabled': (what: string) => `Turned off after too many wrong tries: ${what}`,
      'email.added': 'An email address was added',
      'email.removed': 'An email address was removed',
      'email.made-primary': 'Another email address was chosen as the main one',
      'language.changed': 'You chose the language of pages and messages',
      'email.confirmation-sent': 'A code was sent to confirm an email address',
      'account.deletion-asked': 'You asked for your account to be deleted',
      'account.kept': 'The deletion of your account was stopped',
      'account.closed': 'Your account was closed to be deleted',
      'account.erased': 'Your account was deleted',
    },
    identity: {
      'proofing.started': 'You began to prove who you are',
      'proofing.consented': 'You agreed to the check of your document and your face',
      'proofing.phone-code-sent': 'A code was texted to your phone',
      'proofing.phone-confirmed': 'You confirmed your phone',
      'proofing.submitted': 'You sent your answers to be checked',
      'proofing.decided': (outcome: string) => `Your identity check was decided: ${outcome}`,
      'proofing.withdrawn': 'You stopped, and what you had sent was deleted',
      'proofing.abandoned': 'Your identity check was not finished in time, and what you had sent was deleted',
      'proofing.evidence-deleted': 'The photos of your identity check were deleted',
      'proofing.account-given-back': 'You proved who you are again and got your account back',
      'ssn-index.looked-up': 'Your Social Security number was compared with those of other accounts',
    },
    data: {
      'consent.given': (agency: string) => `You agreed to share information with ${agency}`,
      'consent.ended': (agency: string) => `You ended the connection with ${agency}`,
      'agency.signed-in': (agency: string) => `You signed in to ${agency}`,
      'vault.escrow-opened': 'Your sealed information was opened with the spare key of the service',
      'identity.viewed': 'You had your verified information shown',
      'data.downloaded': 'You downloaded a copy of everything we know about you',
    },
    staff: {
      'proofing.reviewed': (outcome: string) =>
        `A person looked at your identity check and decided: ${outcome}`,
    },
  },
  /** Codes that details name, by the words people know. */
  names: {
    password: 'password',
    totp: 'authenticator app',
    passkey: 'passkey',
    'recovery-code': 'recovery code',
    'recovery-codes': 'recovery codes',
    'text-code': 'code by text message',
    'voice-code': 'code by phone call',
    verified: 'proven',
    approved: 'approved',
    refused: 'not proven',
    'try-again': 'something has to be sent again',
    'needs-person': 'a person has to look at it',
    'pending-records': 'waiting for an answer',
  },
};
