/** The first page of the account: its state at a glance. */
export const overview = (brand: string) => ({
  title: 'Your account',
  advice: {
    heading: 'Worth doing',
    'one-way': {
      text: 'You have only one passkey, app or phone to sign in with. If you lose it, getting back in takes longer.',
      link: 'Add a second one, such as a passkey',
    },
    'few-codes': {
      text: (left: number) =>
        left === 0
          ? 'You have no recovery codes left.'
          : left === 1
            ? 'You have one recovery code left.'
            : `You have ${left} recovery codes left.`,
      link: 'Make a new set',
    },
    'one-address': {
      text: 'We know only one email address of yours. If you lose that mailbox, we cannot reach you.',
      link: 'Add a second email address',
    },
  },
  identity: 'Your identity',
  proven: 'Verified',
  verified: (day: string) => `Since ${day}. Every agency that uses ${brand} can rely on it.`,
  data: 'See your verified information',
  locked:
    'Your verified information is locked: what you signed in with cannot open it here. No agency gets it until you open it.',
  open: 'Open my verified information',
  /** Where it stands, what that means, and what the way on is called. */
  notProven: {
    'not-started': {
      tag: 'Not verified yet',
      body: 'Some agencies ask you to prove who you are. You can do it now, or when an agency asks.',
      link: 'Prove who I am',
    },
    collecting: {
      tag: 'Started',
      body: 'You started to prove who you are and have not finished. What you sent so far is saved.',
      link: 'Continue where I was',
    },
    checking: {
      tag: 'Being checked',
      body: 'We are checking what you sent. This usually takes less than a minute.',
      link: 'See how it is going',
    },
    'pending-records': {
      tag: 'Being checked',
      body: 'We are waiting for an office that has records about you. We will email you when we know more.',
      link: 'See how it is going',
    },
    'needs-person': {
      tag: 'Being reviewed',
      body: 'A trained person is reviewing what you sent. We will email you the answer.',
      link: 'See your case',
    },
    refused: {
      tag: 'Not verified',
      body: 'We could not verify your identity.',
      link: 'See why, and what you can do',
    },
  },
  /** The same of a code by mail. */
  byLetter: {
    tag: 'Letter on its way',
    body: (arrivesBy: string, until: string) =>
      `A letter with a code is on its way to you. It should arrive by ${arrivesBy}. Type its code by ${until}.`,
    link: 'Type the code, or see where it goes',
  },
  ways: {
    heading: 'How you sign in',
    passkeys: (count: number) => (count === 1 ? '1 passkey' : `${count} passkeys`),
    password: 'Password',
    totp: 'Authenticator app',
    phones: (count: number) => (count === 1 ? 'Codes to 1 phone' : `Codes to ${count} phones`),
    codes: (count: number) => (count === 1 ? '1 recovery code left' : `${count} recovery codes left`),
    link: 'Change how you sign in',
  },
  contact: {
    heading: 'How we reach you',
    others: (count: number) => (count === 1 ? 'and 1 more address' : `and ${count} more addresses`),
    link: 'Change addresses or language',
  },
  sessions: {
    heading: 'Where you are signed in',
    here: 'Only here, on this device',
    several: (count: number) => `On ${count} devices or browsers, with this one`,
    last: 'Last time before this:',
    first: 'This is your first time here.',
    link: 'See your devices',
  },
  agencies: {
    heading: 'Agencies',
    none: 'No agency gets your information yet.',
    link: 'See what each one gets',
  },
  history: {
    heading: 'What happened last',
    link: 'See everything that happened',
  },
});
