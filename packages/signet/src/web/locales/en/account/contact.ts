/** How a person is reached: email addresses and language. */
export const contact = {
  title: 'How we reach you',
  addresses: 'Email addresses',
  lead: 'You can sign in with any of these. Each gets a message whenever something about your account changes.',
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
      'The address was removed. We told all your addresses. For seven days the removed one still gets messages about changes, so that nobody can lock you out unseen.',
    primary: 'Your main address was changed. We told all your addresses.',
    language: 'Your language was saved.',
  },
  addPage: {
    title: 'What email address do you want to add?',
    hint: 'We send a code to it. The address counts once you have typed the code.',
    submit: 'Send the code',
    errors: {
      'not-an-address': 'Enter an email address like name@example.com',
      'already-yours': 'This address is in your account already',
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
      'You cannot sign in or recover your account with it any more.',
      'Agencies are not told.',
      'For seven days it still gets messages about changes to your account. If somebody else is removing it, you can then still stop them.',
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
