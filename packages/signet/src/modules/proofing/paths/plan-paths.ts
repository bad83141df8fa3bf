import { type DocumentKind, documentKinds, evidenceKinds } from '../../evidence/index.ts';
import { type ReasonCode, stepsOf } from '../flow/index.ts';
import type { ProofingFacts } from '../identity/index.ts';
import { expectedFacts } from './expected-facts.ts';
import type { Have } from './have.ts';
import {
  type Demand,
  type MissingThing,
  missingThings,
  type Path,
  type PhotoWay,
  type Plan,
  photoWays,
  type Wait,
} from './path.ts';

/** What this deployment can do. */
export interface Offers {
  /** Whether a code can be mailed to the address of such a document. */
  readonly mailsCodes: (document: DocumentKind) => boolean;
  readonly levelOf: (facts: ProofingFacts) => number;
  /** How long an agent may take, and how long a mailed code counts. */
  readonly personDays: number;
  readonly letterDays: number;
}

/**
 * The ways that can succeed with what a person has, for what an agency asks, the best first: at once before by letter before by
 * a person. It decides nothing: a case is checked and judged as ever, whatever its person said here.
 */
export function planPaths(have: Have, demand: Demand, offers: Offers): Plan {
  const paths = pathsWith(have, demand, offers);
  const missing = paths.length > 0 ? [] : missingThings.filter((thing) => opens(thing, have, demand, offers));
  return { paths, missing, help: 'agency' };
}

const withThing: Readonly<Record<MissingThing, Partial<Have>>> = {
  'a-document': { documents: documentKinds },
  'a-number': { number: 'ssn' },
  'a-camera': { helpingPhone: true },
  mail: { mail: true },
};

const opens = (thing: MissingThing, have: Have, demand: Demand, offers: Offers): boolean =>
  pathsWith({ ...have, ...withThing[thing] }, demand, offers).length > 0;

function pathsWith(have: Have, demand: Demand, offers: Offers): readonly Path[] {
  const { number } = have;
  if (number === 'none' || !have.ofAge) return [];
  const paths = documentKinds
    .filter((kind) => have.documents.includes(kind))
    .flatMap((document) =>
      coursesWith(document, have, offers).flatMap((course) =>
        photoWays
          .filter((way) => canPhotograph[way](have))
          .map((photos) => {
            const { phone, namesAgree } = have;
            const way = { course, steps: stepsOf(course), photos, phone, number, namesAgree };
            return { ...way, waits: waitsOn(way, demand, offers), lacks: lackedBy(document, demand) };
          }),
      ),
    );
  return paths.filter((path) => reaches(path, demand, offers)).sort(byBest);
}

/** With a face check; or with a code by mail in its place, where one can be sent and comes. */
function coursesWith(document: DocumentKind, have: Have, { mailsCodes }: Offers): readonly Path['course'][] {
  const byMail = have.mail && mailsCodes(document);
  return [
    ...(have.faceCheck ? [{ document, withoutFace: false }] : []),
    ...(byMail ? [{ document, withoutFace: true }] : []),
  ];
}

const canPhotograph: Readonly<Record<PhotoWay, (have: Have) => boolean>> = {
  'this-device': ({ camera }) => camera,
  'another-phone': ({ helpingPhone }) => helpingPhone,
  file: ({ helper }) => helper,
};

type Way = Omit<Path, 'waits' | 'lacks'>;

/** The adjudicator's rules, as far as they are known before anything is sent; a test holds them to each other. */
function waitsOn(way: Way, { ial }: Demand, { personDays, letterDays }: Offers): readonly Wait[] {
  const reasons: readonly ReasonCode[] = [
    ...(!way.course.withoutFace && way.photos === 'file' ? (['selfie-from-file'] as const) : []),
    ...(way.number === 'itin' ? (['taxpayer-number'] as const) : []),
    ...(!way.phone && ial > 1 ? (['no-phone'] as const) : []),
    ...(way.namesAgree || way.number === 'itin' ? [] : (['record-not-confirmed'] as const)),
  ];
  return [
    ...(reasons.length > 0 ? [{ for: 'person', withinDays: personDays, reasons } as const] : []),
    ...(way.course.withoutFace ? [{ for: 'letter', withinDays: letterDays } as const] : []),
  ];
}

const reaches = (way: Way, { ial }: Demand, { levelOf }: Offers): boolean =>
  levelOf(expectedFacts(way, ial > 1 ? 'seen' : 'none')) >= ial;

/** A passport says nothing of where its holder lives. */
const lackedBy = (document: DocumentKind, { attributes }: Demand): Path['lacks'] =>
  attributes.filter((attribute) => attribute === 'address' && !evidenceKinds[document].statesAddress);

const byBest = (one: Path, other: Path): number =>
  rank(one).reduce((found, value, at) => found || value - (rank(other)[at] ?? 0), 0);

const rank = ({ waits, lacks, photos, course }: Path): readonly number[] => [
  waits.filter((wait) => wait.for === 'person').length,
  waits.length,
  lacks.length,
  photoWays.indexOf(photos),
  course.withoutFace ? 1 : 0,
];
