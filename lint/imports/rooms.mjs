/** The modules of the product and their rooms: which may see which. */
import { test } from './test-files.mjs';

/** The modules by tier. A module sees the tiers before its own, never its own neighbors and never a later one. */
const tiers = [
  ['assurance', 'vault', 'audit', 'notices', 'agencies', 'quotas'],
  ['accounts', 'evidence', 'biometrics', 'records', 'risk'],
  ['authentication'],
  ['proofing'],
  ['federation', 'evaluation'],
  ['personal-data'],
];

export const modulesDownwardsOnly = tiers.flatMap((tier, depth) => {
  const notBelow = tiers.slice(depth).flat();
  return tier.map((name) => ({
    name: `modules-downwards-only-${name}`,
    comment:
      'Modules see each other downwards only, so that a lower one can be read, tested and changed without knowing ' +
      'what is built on it. What a lower module needs of a higher one it names in its ports.ts.',
    severity: 'error',
    from: { path: `^packages/signet/src/modules/${name}/` },
    to: { path: `^packages/signet/src/modules/(${notBelow.filter((other) => other !== name).join('|')})/` },
  }));
});

/**
 * The rooms of the large modules, by tier. A room sees the rooms of the tiers before its own, never its neighbors and
 * never a later one; what it needs of those is handed to it where the module is put together. To give a module rooms,
 * add its row: every folder of it stands there once, but for `providers` and `words`.
 */
export const rooms = {
  agencies: [['attributes']],
  authentication: [
    ['limits'],
    ['session'],
    ['authenticators'],
    ['sign-in'],
    ['email', 'password', 'passkey', 'authenticator-app', 'phone', 'recovery-codes'],
    ['removal'],
    ['account-recovery'],
  ],
  evidence: [
    ['image'],
    ['photo'],
    ['document'],
    ['barcode', 'print', 'kind', 'mrz'],
    ['travel-document', 'aamva-card'],
    ['license', 'state-id', 'passport', 'passport-card', 'phone-account', 'selfie'],
  ],
  federation: [['oidc', 'saml', 'signals', 'release', 'sign-out']],
  records: [['circuits']],
  proofing: [
    ['flow'],
    ['findings', 'scoreboard'],
    ['cases'],
    ['live-selfie'],
    [
      'answers',
      'phone-account',
      'mailed-code',
      'phone-capture',
      'checks',
      'identity',
      'review',
      'repeated-proofing',
      'fraud',
    ],
    ['adjudication', 'paths'],
    ['evaluation'],
  ],
};

/** The rules of one module's rooms. */
export function roomRules(module, roomTiers) {
  const inModule = `^packages/signet/src/modules/${module}/`;
  const anyRoom = `${inModule}(${roomTiers.flat().join('|')})/`;
  const doors = String.raw`${inModule}[^/]+/index\.ts$`;
  const inside = [
    {
      name: `room-through-its-index-${module}`,
      comment: 'A room is entered only through its index.ts: what is not there stays free to change.',
      severity: 'error',
      from: { path: `${inModule}[^/]+$` },
      to: { path: anyRoom, pathNot: doors },
    },
    {
      name: `room-through-its-index-from-another-${module}`,
      comment: 'The same between two rooms.',
      severity: 'error',
      from: { path: `${inModule}([^/]+)/` },
      to: { path: anyRoom, pathNot: [doors, `${inModule}$1/`] },
    },
    {
      name: `rooms-do-not-know-their-module-${module}`,
      comment:
        'The module is made of its rooms: a room that imports how they are put together knows all of them.',
      severity: 'error',
      from: { path: anyRoom, pathNot: test },
      to: { path: String.raw`${inModule}(index|create-[^/]+)\.ts$` },
    },
  ];
  const downwards = roomTiers.flatMap((tier, depth) => {
    const notBelow = roomTiers.slice(depth).flat();
    return tier
      .map((room) => [room, notBelow.filter((other) => other !== room)])
      .filter(([, others]) => others.length > 0)
      .map(([room, others]) => ({
        name: `rooms-downwards-only-${module}-${room}`,
        comment:
          'Rooms see each other downwards only, and neighbors never: one way in can be read, tested and changed ' +
          'without the others. What a room needs of a neighbor it names as a port of its own.',
        severity: 'error',
        from: { path: `${inModule}${room}/`, pathNot: test },
        to: { path: `${inModule}(${others.join('|')})/` },
      }));
  });
  return [...inside, ...downwards];
}

/** The rules of all rooms of modules. */
export const roomsOfModules = Object.entries(rooms).flatMap(([module, roomTiers]) =>
  roomRules(module, roomTiers),
);
