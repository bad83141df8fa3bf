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
      'cases sent in by the same person or from the same network: each one lately puts the next a minute back in line',
    by: 'person, and network (IPv6: /48) on all accounts',
    stranger:
      'In the same network: put the owner’s case back in line, a minute for each case of theirs. With one case from each of many networks: make it wait for these.',
    owner: 'Everything. It is put back by so many minutes and no more; from another network it is the next.',
  },
});
