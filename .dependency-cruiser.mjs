/**
 * The import rules of the house (ARCHITECTURE.md). Each rule says why it stands.
 *
 * TypeScript 7 has no JavaScript interface, so `@swc/core` does the parsing (docs/decisions/0005): it sees .tsx and
 * type-only imports, and the rules hold for those as well. A type is knowledge of another room too.
 */

import { revenueRules } from './lint/imports/agencies.mjs';
import { ownDependencies, owners } from './lint/imports/dependencies.mjs';
import { modulesDownwardsOnly, roomsOfModules } from './lint/imports/rooms.mjs';
import { test, testOrSupport } from './lint/imports/test-files.mjs';
import { webRooms } from './lint/imports/web.mjs';

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
    ...roomsOfModules,
    {
      name: 'modules-know-no-pages',
      comment:
        'Modules are what the product knows; pages, server and composition are made of them, never the reverse.',
      severity: 'error',
      from: { path: '^packages/signet/src/modules/', pathNot: testOrSupport },
      to: {
        path: '^(packages/signet/src/(web|http|composition|commands|main|program|judge-photos)|packages/relying-party|agencies|scripts|bench|test)(/|$)',
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
      to: { path: '^packages/signet/src/(modules|web|http|composition|main|program|judge-photos)' },
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
          String.raw`^packages/signet/src/(main|program|judge-photos)\.ts$`,
          testOrSupport,
          '^scripts/',
          '^bench/',
        ],
      },
      to: {
        path: String.raw`^packages/signet/src/(composition/|commands/|(main|program|judge-photos)\.ts$)`,
      },
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
