import { limitsOf } from '../kernel/index.ts';

export const requestLimits = limitsOf('requests', {
  'at-once': {
    most: 256,
    setting: '`SIGNET_MOST_REQUESTS`',
    counts: 'requests being worked on; those whose body is still coming are not',
    by: 'process; half of it for one network (IPv6: one /48), and the last quarter for networks that have none',
    stranger: 'From more networks at once than there are places left: fill it for as long as they keep on.',
    owner:
      'Everything, from another network. In the same one, the same a moment later: the answer says when.',
  },
});
