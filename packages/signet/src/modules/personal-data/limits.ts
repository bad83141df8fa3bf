import { days, limitsOf } from '../../kernel/index.ts';

export const downloadLimits = limitsOf('download', {
  /** Each sends a mail to every address. */
  'a-day': {
    most: 10,
    within: days(1),
    counts: 'files of all personal data',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'The pages of the account, which show the same.',
  },
});

/** A file is some thousands of entries. */
export const downloadTurnLimits = limitsOf('download-made', {
  'at-once': {
    most: 2,
    counts: 'files of all personal data being put together',
    by: 'process, for all people; those that wait have their turns in rotation',
    stranger: 'Make them wait for one file of each stranger who asks for some.',
    owner: 'Everything: their turn comes right after those.',
  },
  'at-once-each': {
    most: 1,
    counts: 'files of all personal data being put together',
    by: 'person, in a process',
    stranger: 'Nothing.',
    owner: 'Everything.',
  },
  /** Both buttons of the page, one of them twice. Each holds a request. */
  'waiting-each': {
    most: 2,
    counts: 'files of all personal data that wait to be put together; one more is refused at once',
    by: 'person, in a process',
    stranger: 'Nothing.',
    owner: 'The same a moment later.',
  },
});
