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
    counts: 'messages that go before those to whoever had as many lately, for as many minutes as these are',
    by: 'address or number',
    stranger: 'Have messages sent to the owner: the next one there waits behind the first ones of others.',
    owner: 'Everything, in the order that a line without strangers would have.',
  },
});
