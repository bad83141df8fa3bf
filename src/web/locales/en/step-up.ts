/** Signed in already, and asked for one more thing: to confirm it, to come back after a pause, to reach a higher level. */
export const stepUp = {
  confirm: {
    title: 'Confirm it is you',
    lead: 'You are about to see or change something private. Use one of the ways you sign in.',
    passkey: 'Use my passkey',
    orPassword: 'Or use your password',
    orCode: 'Or use the code from your app',
    code: '6-digit code',
    submit: 'Continue',
    withCode: 'Use the code from my app instead',
    withPassword: 'Use my password instead',
    none: 'None of your ways to sign in works here now. Sign out and sign in again, or see what you can do.',
    help: 'See what you can do',
  },
  resume: {
    title: 'Welcome back',
    lead: 'You were away for a while. To keep your information safe, confirm that you are',
    notYou: 'Not you?',
    someoneElse: 'Sign in as someone else',
  },
};
