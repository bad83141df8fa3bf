import { type CallWords, spokenTwice } from './words.ts';

export const englishCalls: CallWords = {
  'sign-in-code': ({ code, agency }, { name }) => [
    `Hello. This is ${name}.`,
    `Your code to sign in to ${agency ?? name} is:`,
    ...spokenTwice(code, 'Again:'),
    'If you are not signing in right now, hang up. Never tell anyone this code.',
  ],
  'new-phone-code': ({ code }, { name }) => [
    `Hello. This is ${name}.`,
    'Your code to use this phone for signing in is:',
    ...spokenTwice(code, 'Again:'),
    'If you did not ask for it, hang up. Never tell anyone this code.',
  ],
};
