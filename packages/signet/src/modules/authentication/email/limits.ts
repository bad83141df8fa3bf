import { days, limitsOf } from '../../../kernel/index.ts';

/** When others had as many mails sent to an address as may be. */
export const ownMailLimits = limitsOf('email-sent-own', {
  'a-day': {
    most: 3,
    within: days(1),
    counts: 'mails with a code for an address, beyond those of `email-sent`',
    by: 'account and address',
    stranger: 'Nothing.',
    owner: 'All of it.',
  },
});
