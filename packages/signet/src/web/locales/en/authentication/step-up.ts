import { atStart } from '../../../../kernel/index.ts';

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
  keyNeeded: {
    title: 'Use a key that stays on one device',
    lead: (agency: string) =>
      `${atStart(agency)} asks for a key that cannot be copied: a security key, or a passkey that stays on one device.`,
    have: 'These of yours will do:',
    use: 'Use my key',
    syncedOnly:
      'Your passkeys are copied between your devices, so they are not enough here. Add a security key: a small device that you plug in or tap.',
    none: 'You have no such key yet. A security key is a small device that you plug in or tap.',
    add: 'Add a security key',
  },
};
