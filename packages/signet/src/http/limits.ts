import { limitsOf } from '../kernel/index.ts';

export const requestLimits = limitsOf('requests', {
  'at-once': {
    most: 256,
    setting: '`SIGNET_MOST_REQUESTS`',
    counts:
      'requests being worked on, also for clients that hung up; those whose body is still coming are not',
    by: 'process; half of it for one network (IPv6: one /48), and the last quarter for networks that have none',
    stranger: 'From more networks at once than there are places left: fill it for as long as they keep on.',
    owner:
      'Everything, from another network. In the same one, the same a moment later: the answer says when.',
  },
  /** They lie in memory once, whoever asks: what each costs is a connection and the system's buffers. */
  'assets-at-once': {
    most: 1024,
    counts: 'files of pages (scripts, styles, fonts) that were asked for and are not read yet',
    by: 'process; half of it for one network (IPv6: one /48), and the last quarter for networks that have none',
    stranger: 'From more networks at once than there are places left: fill it for as long as they keep on.',
    owner:
      'Every page and form: they work without these files. Passkeys and the camera need script, which browsers keep from an earlier visit; where it is missing, another way in and a photo chosen from the device do.',
  },
});

/** A body stays in memory until it is worked on, and a photo on a slow line comes for minutes. */
export const heldBodyLimits = limitsOf('bodies-held', {
  photos: {
    most: 256,
    setting: '`SIGNET_MOST_PHOTO_MEGABYTES`',
    counts: 'megabytes of photos that are coming or being worked on, by the length that they declare',
    by: 'process; half of it for one network (IPv6: one /48), and the last quarter for networks that have none',
    stranger:
      'With an account and a case for each 32 MB, from several networks at once: fill it for as long as they keep on.',
    owner:
      'Everything else. And to send a photo from another network, or a little later: the answer says when.',
  },
  'photos-each': {
    most: 2,
    counts:
      'photos that are coming or being worked on; one more takes the place of the oldest that is still coming',
    by: 'person, in a process',
    stranger: 'Nothing.',
    owner: 'Everything.',
  },
  /** No form of ours is as long as what is counted here. */
  forms: {
    most: 64,
    counts: 'megabytes of other bodies, of 16 kB and more, that are coming or being worked on',
    by: 'process; half of it for one network (IPv6: one /48), and the last quarter for networks that have none',
    stranger: 'From several networks at once: fill it for as long as they keep on.',
    owner: 'Everything: what pages send is smaller, and not counted.',
  },
});
