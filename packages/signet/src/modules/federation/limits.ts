import { limitsOf } from '../../kernel/index.ts';

export const endToldLimits = limitsOf('sign-out-told', {
  'at-once': {
    most: 2,
    counts: 'agencies being told that somebody signed out there',
    by: 'process, for all agencies',
    stranger: 'An agency that hangs: take one of the two, for as long as a request to it may last.',
    owner: 'Everything: their agency is told in the other.',
  },
  'at-once-each': {
    most: 1,
    counts: 'agencies being told that somebody signed out there',
    by: 'agency, in a process',
    stranger: 'An agency that hangs: nothing to the others.',
    owner: 'Everything.',
  },
});
