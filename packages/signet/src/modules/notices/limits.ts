import { limitsOf, minutes } from '../../kernel/index.ts';

export const messageLimits = limitsOf('messages', {
  'at-once': {
    most: 4,
    counts: 'mails, texts and calls being delivered',
    by: 'process, for all; those that wait go in the order of `messages.in-line`',
    stranger: 'Make the owner’s wait for the four that are being delivered.',
    owner: 'Everything.',
  },
  'in-line': {
    most: 1,
    within: minutes(10),
    counts:
      'messages to the same address or number: each one lately puts the next there a minute back in line',
    by: 'address or number',
    stranger: 'Have messages sent to the owner: the next one there goes a minute later in line for each.',
    owner:
      'Everything. It is put back by so many minutes and no more; where nothing else waits, it goes at once.',
  },
});
