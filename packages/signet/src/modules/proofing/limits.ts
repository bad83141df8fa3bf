import { days, hours, limitsOf } from '../../kernel/index.ts';

export const caseLimits = limitsOf('proofing-submitted', {
  /** Room for every honest retry (each photo, the selfie, the SSN), too few to try data out. */
  'a-day': {
    most: 6,
    within: days(1),
    counts: 'cases sent in to be checked, and so the jobs that check them',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'The same tomorrow.',
  },
});

export const checkLimits = limitsOf('proofing-checks', {
  /** Reading images and comparing faces takes a core. */
  'at-once': {
    most: 1,
    counts: 'cases being checked',
    by: 'process, for all; those that wait go in the order of `proofing-checks.in-line`',
    stranger: 'Make the owner’s wait for the one that is being checked.',
    owner: 'Everything.',
  },
  'in-line': {
    most: 1,
    within: hours(1),
    counts:
      'cases sent in that go before those of whoever sent as many lately, for as many minutes as these are',
    by: 'person, and network (IPv6: /48) on all accounts',
    stranger:
      'In the same network: make the owner’s first wait like one more of theirs. With one case from each of many networks: make it wait for these.',
    owner: 'Everything: from another network it is the next.',
  },
});
