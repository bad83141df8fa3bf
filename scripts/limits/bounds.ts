import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf, root } from '../controls/files.ts';

/** Numbers that bound something and are no limit between people, each with the reason why nobody uses it up for others. */
export const bounds: readonly { readonly why: string; readonly places: readonly string[] }[] = [
  {
    why: 'It bounds one request, file or answer, and so what its own sender pays for: what is larger is refused or cut.',
    places: [
      'http/body/chunks.ts mostAtOnce',
      'http/body/form-fields.ts mostFields',
      'http/request-address.ts mostParameters',
      'modules/accounts/email-address.ts longest',
      'modules/audit/codes-only.ts mostDetails',
      'modules/authentication/password/password-rules.ts most',
      'modules/evidence/barcode/aamva-elements.ts MAX_TEXT',
      'modules/evidence/barcode/settings.ts mostPixels',
      'modules/evidence/image/pixels.ts DECODE_LIMIT',
      'modules/evidence/photo/settings.ts maxBytes',
      'modules/evidence/photo/settings.ts maxDeepPixels',
      'modules/evidence/photo/settings.ts maxPixels',
      'modules/evidence/photo/settings.ts maxSide',
      'modules/evidence/photo/settings.ts mostScans',
      'modules/evidence/travel-document/printed-names.ts mostSpellings',
      'modules/evidence/photo/settings.ts mostSegments',
      'modules/evidence/photo/settings.ts mostWebpChunks',
      'modules/biometrics/providers/pixels.ts MAX_PIXELS',
      'modules/personal-data/own-spelling.ts longest',
      'modules/records/phone-number.ts longest',
      'modules/records/providers/ask-authority.ts maxAnswerBytes',
      'modules/risk/device.ts readAtMost',
      'web/authentication/step-up/return-path.ts longest',
      'web/routes/policy.ts bodyLimits',
    ],
  },
  {
    why: 'It counts what one browser or one account keeps of its own; the oldest gives way, and nobody else’s.',
    places: [
      'modules/authentication/passkey/challenges.ts challengesAtMost',
      'modules/authentication/session/postgres-known-devices.ts foundAtMost',
      'modules/authentication/session/record-new-network.ts networksAtMost',
      'modules/authentication/session/session-origin.ts placesAtMost',
      'modules/personal-data/personal-file.ts entriesAtMost',
      'modules/personal-data/personal-file.ts entriesAtOnce',
      'web/request/pending-requests.ts tabsAtMost',
    ],
  },
  {
    why: 'It counts what one person tries for themselves, after what is counted by `proofing-submitted` or `phone-code-sent`; then a trained person looks, or another code is sent.',
    places: [
      'modules/authentication/phone/phone-code.ts newPhoneTries',
      'modules/proofing/adjudication/settings.ts faceRejections',
      'modules/proofing/adjudication/settings.ts numberTries',
      'modules/proofing/adjudication/settings.ts phoneRejections',
      'modules/proofing/adjudication/settings.ts unreadableTries',
      'modules/proofing/mailed-code/settings.ts mostLetters',
    ],
  },
  {
    why: 'It counts questions that an office left unanswered, so that one which it never answers does not shut it off from others; a case asks on past it.',
    places: ['modules/proofing/checks/ask-office.ts countsAtMost'],
  },
  {
    why: 'It shares out the connections of a process. No transaction waits for a person, an office or a turn, and each statement has a deadline; how much may be asked at all is bounded by `requests.at-once`.',
    places: [
      'platform/jobs/install-jobs.ts max',
      'platform/jobs/jobs.ts max',
      'platform/postgres/pool.ts max',
      'platform/postgres/prepared.ts mostStatements',
    ],
  },
  {
    why: 'It ends a loop, a piece or a list of what runs by itself; what is left is done the next time.',
    places: [
      'modules/audit/verify.ts mostProblems',
      'modules/authentication/session/live-session.ts roundsAtMost',
      'modules/proofing/cases/postgres-cases.ts sweepAtMost',
      'modules/proofing/checks/run-checks.ts mostRounds',
      'platform/postgres/day-slots.ts mostAtOnce',
      'platform/postgres/schema/migrate.ts mostTries',
    ],
  },
  {
    why: 'It is a time that something may take, not a number of things.',
    places: [
      'modules/federation/sign-out/sign-out.ts waitAtMost',
      'modules/authentication/session/session-limits.ts sessionLimits',
      'platform/postgres/clock-difference.ts mostDifference',
      'platform/postgres/timeouts.ts longest',
      'program.ts mostTimeToEnd',
    ],
  },
  {
    why: 'It describes a picture, and what is looked for in it.',
    places: [
      'modules/biometrics/providers/face-detector.ts MAX_OVERLAP',
      'modules/biometrics/providers/sample.ts MAX_READINGS',
      'modules/evidence/photo/settings.ts mostBrightness',
      'modules/evidence/print/settings.ts mostRatio',
      'modules/evidence/print/settings.ts mostWidth',
    ],
  },
];

const source = 'packages/signet/src/';
/** A name that says that something is bounded, and the number that it is given. Ages and delays are no numbers of things. */
const bound =
  /\b(\w*(?:[aA]tMost|[aA]tOnce|[mM]ost|[mM]ax|MAX|LIMIT|Tries|Rejections)\w*|longest|\w+Limits)(?: =|:) (?:[\d.]|\w+\([\d.]|\{ least|Readonly<)/g;

/** Every number in the product whose name says that it bounds something, but for the rows of the limits. */
export async function boundsInCode(): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const file of await filesOf(`${source}**/*.{ts,tsx}`)) {
    if (/\.test\.tsx?$|(^|\/)limits\.ts$|\/client\//.test(file)) continue;
    for (const [, name] of (await readFile(join(root, file), 'utf8')).matchAll(bound))
      if (name !== 'maxAge') found.add(`${file.slice(source.length)} ${name}`);
  }
  return [...found].sort();
}

/** For the page of limits. */
export const boundsInWords = (): string =>
  `## What is bounded and is no limit between people

A test finds every number in the code whose name says that it bounds something, and fails where one has neither a row
above nor a reason here.

${bounds.map(({ why, places }) => `- ${why} ${places.map((place) => `\`${place}\``).join(', ')}.`).join('\n')}
`;
