/** How a person is reached: email addresses and language. */
export const contact = {
  title: 'How we reach you',
  addresses: 'Email addresses',
  lead: 'You can sign in with any of these. Each gets a message when something about your account changes.',
  primary: 'Main',
  since: (day: string) => `Confirmed ${day}`,
  addAnother:
    'Add a second address that you will still have if you lose the first one, such as a private one beside the one from work.',
  add: 'Add an email address',
  most: (count: number) =>
    `You have ${count} addresses, which is the most. To add another, remove one first.`,
  makePrimary: 'Make main',
  remove: 'Remove',
  language: 'Language',
  languageLabel: 'Language of pages and messages',
  languageSubmit: 'Save language',
  done: {
    added: 'Your new address was confirmed. We told all your addresses.',
    removed:
      'The address was removed. We told all your addresses. For seven days the removed one will still get messages about changes, so that no one can lock you out without your knowing.',
    primary: 'Your main address was changed. We told all your addresses.',
    language: 'Your language was saved.',
  },
  addPage: {
    title: 'What email address do you want to add?',
    hint: 'We will send a code to it. We will add the address after you enter the code.',
    submit: 'Send the code',
    errors: {
      'not-an-address': 'Enter an email address like name@example.com',
      'already-yours': 'This address is already in your account',
      'too-many-addresses': 'You have as many addresses as an account can have. Remove one first',
    },
  },
  codePage: {
    title: 'Check that mailbox',
    body: 'Type the 6-digit code from it here. It can take a minute to arrive; look in spam too.',
    cancel: 'Use another address',
    taken: 'This address was just confirmed for another account. Sign in there to remove it, or add another',
  },
  removePage: {
    title: 'Remove this address?',
    points: [
      'You will no longer be able to sign in or recover your account with it.',
      'We will not tell agencies.',
      'For seven days it will still get messages about changes to your account. If someone else is removing it, you can still stop them.',
    ],
    submit: 'Remove the address',
  },
  primaryPage: {
    title: 'Make this your main address?',
    points: [
      'It is the address that an agency gets, if you agree to share one.',
      'Your other addresses stay. You can sign in with each, and each gets our messages.',
    ],
    submit: 'Make it my main address',
  },
  keep: 'Leave it as it is',
};
