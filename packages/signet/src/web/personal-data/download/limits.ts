import { limitsOf } from '../../../kernel/index.ts';

/** A file is some thousands of entries. */
export const downloadLimits = limitsOf('download-made', {
  'at-once': {
    most: 2,
    counts: 'files of all personal data being put together',
    by: 'process, for all people; those that wait have their turns in rotation',
    stranger: 'Make them wait for one file of each stranger who asks for some.',
    owner: 'Everything: the next turn but those is theirs.',
  },
  'at-once-each': {
    most: 1,
    counts: 'files of all personal data being put together',
    by: 'person, in a process',
    stranger: 'Nothing.',
    owner: 'Everything.',
  },
});
