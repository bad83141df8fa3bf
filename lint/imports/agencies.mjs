/** The rooms of the agencies. */
import { testOrSupport } from './test-files.mjs';

/** The rooms of the tax account, a folder for each thing that a person does, low to high as the modules are. */
const revenueTiers = [
  ['bank', 'sign-in'],
  ['home', 'bank-accounts', 'transcripts', 'professionals', 'profile', 'refund-tool'],
  ['payments', 'returns', 'letters'],
  ['plans'],
  ['overview', 'staff'],
];
const revenueRooms = revenueTiers.flat().join('|');
const revenueWords = String.raw`/(proof-)?words-(en|es)\.ts$`; // the locales put the rooms' words together

export const revenueRules = [
  ...revenueTiers.flatMap((tier, depth) => {
    const notBelow = revenueTiers.slice(depth).flat();
    return tier.map((name) => ({
      name: `revenue-downwards-only-${name}`,
      comment:
        'What a person does at the department is known to later rooms only, so that each can be read alone.',
      severity: 'error',
      from: { path: `^agencies/revenue/${name}/`, pathNot: testOrSupport },
      to: { path: `^agencies/revenue/(${notBelow.filter((other) => other !== name).join('|')})/` },
    }));
  }),
  {
    name: 'revenue-room-through-its-index',
    comment: 'A room of the tax account is entered only through its index.ts.',
    severity: 'error',
    from: { path: '^agencies/revenue/([^/]+)', pathNot: testOrSupport },
    to: {
      path: `^agencies/revenue/(${revenueRooms})/`,
      pathNot: ['^agencies/revenue/$1/', String.raw`/index\.ts$`, revenueWords],
    },
  },
  {
    name: 'revenue-frame-knows-no-room',
    comment:
      'Records, pages’ frame and settings are what the rooms stand on; only the session’s contents are known.',
    severity: 'error',
    from: {
      path: '^agencies/revenue/(ui|http|records|config|database|amounts-and-dates|pdf)/',
      pathNot: testOrSupport,
    },
    to: { path: `^agencies/revenue/(${revenueRooms})/`, pathNot: '^agencies/revenue/sign-in/index' },
  },
  {
    name: 'agencies-ui-through-its-index',
    comment: 'What the agencies share is a package; each of its rooms has a face.',
    severity: 'error',
    from: { path: '^agencies/([^/]+/[^/]+)', pathNot: testOrSupport },
    to: { path: '^agencies/ui/', pathNot: ['^agencies/$1/', String.raw`^agencies/ui/[^/]+/index\.ts$`] },
  },
];
