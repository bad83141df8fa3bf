import { claims } from '../claims/words-en.ts';
import { eligibility } from '../eligibility/words-en.ts';

export const en = {
  agency: 'Veterans Benefits Office',
  demonstration: 'Demonstration. This office does not exist.',
  skip: 'Skip to main content',
  otherLanguage: { lang: 'es', name: 'Español' },
  nav: {
    label: 'Your visit',
    welcome: 'Your benefits',
    claims: 'Your claims',
    signIn: 'Sign in',
    signOut: 'Sign out',
  },
  footer: {
    about: 'A made-up agency. It shows that one Signet account opens a second door.',
    session: 'You are signed out after 30 minutes without activity.',
  },
  clock: {
    title: 'Are you still there?',
    text: 'In two minutes we will sign you out.',
    stay: 'Stay signed in',
  },
  home: {
    title: 'You served. Here is what is yours.',
    lead: 'Health care, schooling, a home, a pension: sign in, tell us when you served, and see what you may claim. Your name and birth date are already filled in.',
    signIn: 'Sign in with Signet',
    continue: 'Go to your benefits',
    oneAccount:
      'Already have a Signet account from another agency? It works here. There is nothing to prove again.',
    listTitle: 'What we help with',
    sharedTitle: 'What we ask Signet for',
    shared:
      'Your name and birth date and, if you wish, your address and email. Never your Social Security number.',
  },
  welcome: {
    title: 'Your benefits',
    greeting: (name: string) => `Welcome, ${name}`,
    lead: 'Signet has confirmed who you are. We filled in what you shared.',
    details: 'Your details',
    name: 'Name',
    asOnId: 'We have your name as your ID prints it. Many IDs use capitals and leave out accents.',
    ownSpelling: 'Write it your way at Signet',
    birthDate: 'Birth date',
    address: 'Address',
    email: 'Email',
    notShared: 'Not shared',
    verified: 'confirmed by Signet',
    nobody:
      'Signet did not share a verified name and birth date, so we cannot fill anything in. Sign out and try again.',
  },
  eligibility,
  claims,
  form: {
    error: 'Error',
    wrong: 'Please check this:',
  },
  benefits: {
    health: { title: 'Health care', text: 'Enroll for care at our clinics. No premium.' },
    education: { title: 'School and training', text: 'Up to 36 months of tuition, or an apprenticeship.' },
    home: { title: 'Home loan', text: 'Buy, build or repair with no down payment.' },
    pension: { title: 'Pension', text: 'A monthly payment from the age of 65.' },
  },
  sessionMissing: {
    title: 'Sign in to see this page',
    text: 'You are not signed in, or you were away for a while and we signed you out.',
    action: 'Sign in with Signet',
    kept: {
      title: 'Sign in to continue',
      text: 'You were away for a while, so we signed you out. What you filled in is saved for one hour, for you alone. Nothing was sent.',
    },
  },
  signedOut: {
    title: 'You are signed out',
    why: {
      all: 'You are signed out here and at Signet.',
      'only-here':
        'You are signed out here. Signet could not be reached, so you may still be signed in there. On a shared computer, close the browser.',
      away: 'You were away for a while, so we signed you out. Nothing was lost.',
    },
    action: 'Back to the start page',
  },
  problems: {
    retry: 'Try again',
    home: 'Back to the start page',
    reference: (code: string) => `If you call us about this at 202-555-0177, say: ${code}`,
    'access-denied': {
      title: 'You came back without signing in',
      text: 'That is fine: nothing was shared, and you are not signed in. You can try again whenever you like.',
    },
    'signet-unavailable': {
      title: 'Sign-in is not working right now',
      text: 'We cannot reach Signet, which checks who you are for us. Nothing is wrong with your account. Please try again in a few minutes.',
    },
    'level-too-low': {
      title: 'We need to be more certain that it is you',
      text: 'Applications need a verified identity and a sign-in with two steps. Try again and finish every step at Signet.',
    },
    expired: {
      title: 'That sign-in was not finished',
      text: 'It took too long, was started in another browser, or the page was opened twice. Start again from here.',
    },
    refused: {
      title: 'We could not sign you in',
      text: 'The answer that we got was not one that we can trust. Try again. If it happens twice, call us at 202-555-0177.',
    },
    notFound: {
      title: 'This page does not exist',
      text: 'The address may be mistyped, or the page has moved.',
    },
    fault: {
      title: 'Something went wrong on our side',
      text: 'We could not show this page. Please try again in a few minutes.',
    },
  },
};

export type Words = typeof en;
