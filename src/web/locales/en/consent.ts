/** An agency's request: what it would be given, and the pages around signing out of it. */
export const consent = {
  title: (agency: string) => `Share your information with ${agency}`,
  lead: (agency: string) => `${agency} asks for the following. It gets nothing until you agree.`,
  why: 'Why it asks',
  items: {
    name: 'Your name',
    birthdate: 'Your date of birth',
    address: 'Your address',
    email: 'Your email address',
    ssn: 'Your Social Security number',
  },
  required: 'What it needs',
  optional: 'What you may leave out',
  optionalHint: 'You can sign in without sharing these.',
  share: (item: string) => `Share: ${item.toLowerCase()}`,
  nothingHeld: 'We do not have this',
  remembered: (agency: string) =>
    `We remember your choice, so you will not be asked at each sign-in. You can see and end it in your account. ${agency} is told each time how you signed in and how your identity was proven.`,
  agree: 'Agree and continue',
  decline: (agency: string) => `Do not share, go back to ${agency}`,
  expired: {
    title: 'That request has ended',
    body: 'It took too long, was answered already, or was begun in another browser. Nothing was shared.',
    next: 'Go back to the agency and press “Sign in” there again.',
  },
  unknownLevel: {
    title: 'This agency asked for something we do not offer',
    body: 'The agency’s request names a level of identity proof that does not exist here. Nothing was shared.',
    next: 'Please tell the agency that its sign-in does not work.',
  },
  signOutQuestion: {
    title: 'Do you want to sign out of Signet too?',
    body: 'You have signed out at the agency. If you share this device, sign out of Signet as well: every agency you are signed in to is told.',
    everywhere: 'Sign out everywhere',
    stay: 'Stay signed in to Signet',
  },
  signedOut: {
    title: 'You are signed out',
    body: 'You are signed out of Signet and of every agency that you were signed in to with it.',
    next: 'On a shared device, close the browser window.',
  },
  providerError: {
    title: 'We could not finish that sign-in',
    body: 'The agency’s request was not complete, had ended, or could not be trusted. Nothing was shared.',
    next: 'Go back to the agency and press “Sign in” there again. If it happens again, tell the agency this code:',
  },
};
