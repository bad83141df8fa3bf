import { hours, type LimitRow, limitsOf, minutes } from '../../../kernel/index.ts';
import { wideBears } from './source-network.ts';

type InTime = Pick<LimitRow, 'most'> & { readonly within: number };

interface KindOfTry {
  readonly counts: string;
  readonly here: InTime;
  readonly subject: InTime;
  readonly place: InTime;
  /** What an own browser bears beyond all that; as `here` where it does not say. */
  readonly own?: InTime;
  /** What the owner still can on a network and in a browser that the account never signed in from. */
  readonly owner: string;
}

/**
 * How fast something may be tried, beside the hundred in a row that an authenticator bears (B4). `here` is one subject
 * from one place: the person themselves with a bad day, or one guesser. `subject` is from all places where the person
 * never signed in: it makes a hundred failures take five hours, and does not slow the person at home. `place` is
 * one network address on all subjects: an office or a carrier has many people, so it is wide. `area` is the same for all
 * networks that one customer may have. `own` is what a browser bears that the person signed in with before, whatever
 * others did to the others.
 */
const triesOf = (kind: string, { counts, here, subject, place, own = here, owner }: KindOfTry) =>
  limitsOf(kind, {
    here: {
      ...here,
      counts,
      by: 'account or address, from one network',
      stranger: 'Use it up, in the same network.',
      owner: `In an own browser: all of \`own\`. Elsewhere: ${owner}`,
    },
    subject: {
      ...subject,
      counts,
      by: 'account or address, from all networks',
      stranger: 'Use it up, from several networks.',
      owner: `From a network where it went right before, or a browser that the account signed in from: does not count. Elsewhere: ${owner}`,
    },
    place: {
      ...place,
      counts,
      by: 'network, on all accounts',
      stranger: 'Use it up, in the same network.',
      owner: `In an own browser: all of \`own\`. Elsewhere: another network, or ${owner}`,
    },
    area: {
      most: wideBears * place.most,
      within: place.within,
      counts,
      by: 'IPv6 /48, on all accounts',
      stranger: 'Use it up, in the same /48.',
      owner: `In an own browser: all of \`own\`. Elsewhere: another network, or ${owner}`,
    },
    own: {
      ...own,
      counts: `${counts}, when one of the others is used up`,
      by: 'account and own browser',
      stranger: 'Nothing.',
      owner: 'All of it.',
    },
  });

const signIn = {
  here: { most: 10, within: minutes(15) },
  subject: { most: 20, within: hours(1) },
  place: { most: 200, within: minutes(15) },
} as const;

export const attemptLimits = {
  password: triesOf('password', {
    counts: 'wrong passwords',
    ...signIn,
    owner: 'a passkey, or recovery by email.',
  }),
  totp: triesOf('app-code', {
    counts: 'wrong codes of an authenticator app, after the password or the emailed code',
    ...signIn,
    owner: 'the other ways in.',
  }),
  'phone-code': triesOf('phone-code', {
    counts: 'wrong codes that were texted or called, after the password or the emailed code',
    ...signIn,
    owner: 'the other ways in.',
  }),
  'recovery-code': triesOf('saved-code', {
    counts: 'wrong saved codes, after the password or the emailed code',
    here: { most: 10, within: hours(1) },
    subject: { most: 20, within: hours(1) },
    place: { most: 100, within: hours(1) },
    owner: 'the other ways in.',
  }),
  /** Wrong codes to an address, in whatever session and after however many codes sent again (B4). */
  'email-code': triesOf('email-code', {
    counts: 'wrong codes that were emailed',
    here: { most: 20, within: hours(1) },
    subject: { most: 100, within: hours(24) },
    place: { most: 200, within: hours(1) },
    owner: 'the link in the same mail, which is not counted.',
  }),
  /** Answers that were no good: each is written down, and a flood of them must not be. A good one is never refused. */
  'passkey-refused': triesOf('passkey-refused', {
    counts: 'audit entries of passkeys that were no good',
    here: { most: 20, within: minutes(15) },
    subject: { most: 100, within: hours(1) },
    place: { most: 200, within: minutes(15) },
    owner: 'everything: only the entries stop.',
  }),
  'email-sent': triesOf('email-sent', {
    counts: 'mails to an address that somebody typed',
    here: { most: 5, within: hours(1) },
    subject: { most: 10, within: hours(1) },
    place: { most: 60, within: hours(1) },
    owner: 'the link in the mails that came: it works in any browser for a day.',
  }),
  // Mails to addresses that somebody signed in wants to add: to strangers, perhaps, and from one account few.
  'address-added': triesOf('address-added', {
    counts: 'mails to addresses that an account wants to add',
    here: { most: 10, within: hours(24) },
    subject: { most: 10, within: hours(24) },
    place: { most: 100, within: hours(24) },
    owner: 'the addresses that the account has.',
  }),
  // To somebody who cannot sign in: one mail an hour on the whole, with room for one that was lost.
  'recovery-mail': triesOf('recovery-mail', {
    counts: 'mails to somebody who cannot sign in',
    here: { most: 2, within: hours(2) },
    subject: { most: 3, within: hours(3) },
    place: { most: 30, within: hours(1) },
    owner: 'the link in the mails that came: it works in any browser for a day.',
  }),
  // Somebody asks a person to decide: each is read by one.
  'recovery-case': triesOf('recovery-case', {
    counts: 'cases for an agent about one account, to be answered at one address',
    here: { most: 2, within: hours(24) },
    subject: { most: 3, within: hours(24) },
    place: { most: 10, within: hours(24) },
    owner: 'the case that was opened.',
  }),
  // A recovery that began with the code from the mailbox: each is told to every address of the account.
  recovery: triesOf('recovery', {
    counts: 'recoveries begun with the code from a mailbox of the account',
    here: { most: 5, within: hours(24) },
    subject: { most: 5, within: hours(24) },
    place: { most: 60, within: hours(24) },
    owner: 'a case for an agent; and a stranger needs the owner’s mailbox to use it up.',
  }),
} as const;

/** A password hash takes 19 MiB and a core for some 15 ms. */
export const hashLimits = limitsOf('hash', {
  'at-once': {
    most: 2,
    counts: 'passwords being hashed',
    by: 'process, for all; those that wait have their turns in rotation, by network (IPv6: by /48)',
    stranger: 'Make them wait for one hash of each network that floods.',
    owner: 'Everything: their turn comes right after those.',
  },
  waiting: {
    most: 64,
    counts: 'sign-ins that wait for their hash; one more is asked to try again',
    by: 'process; a quarter of it for one network (IPv6: one /48), and the last quarter for those that have none waiting',
    stranger: 'From more than sixteen networks at once: fill it for as long as they keep on.',
    owner: 'The same a moment later, or a passkey, which needs no hash.',
  },
});

/** B4: consecutive failures that one authenticator bears. Then it is off until it is set up anew. */
export const failureLimits = limitsOf('failures', {
  'in-a-row': {
    most: 100,
    counts: 'wrong tries of one password, app, phone or set of saved codes, in a row',
    by: 'authenticator',
    stranger: 'Nothing past `failures.from-strangers`.',
    owner: 'The other ways in, and recovery.',
  },
  /**
   * How many of these may come from places where the person never signed in. What is left is for the person: with an
   * address alone nobody turns somebody else's password off (SP 800-63B-4 section 3.2.2 has verifiers answer only known
   * places near the limit).
   */
  'from-strangers': {
    most: 80,
    counts: 'wrong tries of `failures.in-a-row` that come from where the account never signed in',
    by: 'authenticator',
    stranger:
      'Use it up within hours: then the authenticator works only where the account was signed in before.',
    owner: 'Use it where the account was signed in before. Elsewhere a passkey, or recovery by email.',
  },
});
