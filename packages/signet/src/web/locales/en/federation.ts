import { atStart } from '../../../kernel/index.ts';

/** An agency's request: what it would be given, and the pages around signing out of it. */
export const consent = (brand: string) => ({
  title: (agency: string) => `Share your information with ${agency}`,
  lead: (agency: string) => `${atStart(agency)} asks for the following. It gets nothing until you agree.`,
  why: 'Why it asks',
  required: 'What it needs',
  optional: 'What you may leave out',
  optionalHint: 'You can sign in without sharing these.',
  share: (item: string) => `Also share ${item.charAt(0).toLowerCase()}${item.slice(1)}`,
  nothingHeld: 'We do not have this',
  remembered: 'We will remember your choice for next time. You can see it and end it in your account.',
  told: (agency: string) =>
    `At each sign-in, ${agency} is also told how you signed in and whether your identity is verified.`,
  /** Where something verified is shared: its evidence goes along (P7). */
  toldHow: (agency: string) =>
    `At each sign-in, ${agency} is also told how you signed in and how your identity was verified.`,
  agree: 'Agree and continue',
  decline: (agency: string) => `Do not share, go back to ${agency}`,
  nothing: {
    title: (agency: string) => `Sign in at ${agency}`,
    lead: (agency: string) =>
      `${atStart(agency)} asks for no details about you. It gets a code that no other agency sees, and knows you by it when you come back.`,
    agree: 'Continue',
    decline: (agency: string) => `Go back to ${agency}`,
  },
  expired: {
    title: 'That request has expired',
    body: 'It took too long, was already answered, or was started in another browser. Nothing was shared.',
    next: 'Go back to the agency and press “Sign in” there again.',
  },
  agencies: `See the agencies that use ${brand}`,
  signOutQuestion: {
    title: `Do you want to sign out of ${brand} too?`,
    body: `You are signed out at the agency. If other people use this device, sign out of ${brand} too. That signs you out at every agency.`,
    everywhere: 'Sign out everywhere',
    stay: `Stay signed in to ${brand}`,
  },
  signedOut: {
    title: 'You are signed out',
    body: `You are signed out of ${brand} and of every agency that you used it for.`,
    next: 'On a shared device, close the browser window.',
  },
  providerError: {
    title: 'We could not finish that sign-in',
    body: 'Something in the agency’s request was not right, or it took too long. Nothing was shared.',
    next: 'Go back to the agency and press “Sign in” there again. If it happens again, tell the agency this code:',
  },
});
