import type { FaceMatcher } from '../../biometrics/index.ts';
import {
  type DocumentKind,
  type DocumentReaders,
  evidenceKinds,
  type Photo,
  type SlotOf,
} from '../../evidence/index.ts';
import {
  adjudicationDefaults,
  type Judgment,
  judgeDocument,
  judgePortraitAlone,
} from '../adjudication/index.ts';
import { asShares, checkDefaults, readDocument } from '../checks/index.ts';
import type { PortraitFinding } from '../findings/index.ts';

/** What the machine alone makes of a document. `person`: it decides nothing; `again`: another photo is asked for. */
export type AutomatedVerdict = 'accepted' | 'person' | 'again' | 'refused';

export interface DocumentTrial {
  readonly readers: DocumentReaders;
  readonly faceMatcher: Pick<FaceMatcher, 'findPortrait'>;
  /** The moment at which it is presented: documents expire. */
  readonly at: Date;
  /** Made-up issuers count, as in the sandbox. */
  readonly specimens: boolean;
}

/** A18: reads and judges the photos of one document as a proofing's first try does, its portrait in its place included. */
export async function judgeDocumentPhotos<Kind extends DocumentKind>(
  { readers, faceMatcher, at, specimens }: DocumentTrial,
  kind: Kind,
  photos: Readonly<Record<SlotOf<Kind>, Photo>>,
): Promise<AutomatedVerdict> {
  const needs = { readers, clock: { now: () => at }, settings: checkDefaults };
  const { finding } = await readDocument(needs, kind, photos);
  const context = { ...firstTry, document: kind, sandbox: specimens };
  const { portraitIn } = evidenceKinds[finding.document];
  const pictured: Readonly<Partial<Record<string, Photo>>> = photos;
  const portrait = await portraitOn(faceMatcher, pictured[portraitIn]);
  return worstOf([
    judgeDocument(finding, context),
    judgePortraitAlone(portrait, context, { document: { ...finding, at } }),
  ]);
}

/** By name, since these are counts and no limits: a literal here would be taken for one (`scripts/limits`). */
const none = 0;

/** Nobody was here before, no face is compared, and the level is the one at which documents are asked for. */
const firstTry = {
  withoutFace: true,
  isMailable: false,
  history: {
    documentTries: none,
    faceTries: none,
    faceRejections: none,
    earlierFaceRejections: none,
    numberTries: none,
    phoneRejections: none,
  },
  settings: adjudicationDefaults,
  required: { ial: 2 },
} as const;

async function portraitOn(
  faceMatcher: Pick<FaceMatcher, 'findPortrait'>,
  photo: Photo | undefined,
): Promise<PortraitFinding> {
  if (!photo) return { check: 'portrait', found: false };
  const located = await faceMatcher.findPortrait(photo.jpeg);
  if (!located.ok) return { check: 'portrait', found: false };
  return { check: 'portrait', found: true, portrait: asShares(located.portraitFace, photo) };
}

const verdicts: Readonly<Record<Judgment['verdict'], AutomatedVerdict>> = {
  pass: 'accepted',
  unconfirmed: 'person',
  hold: 'person',
  'needs-person': 'person',
  'try-again': 'again',
  refuse: 'refused',
};
const fromBestToWorst: readonly AutomatedVerdict[] = ['accepted', 'person', 'again', 'refused'];

function worstOf(judgments: readonly Judgment[]): AutomatedVerdict {
  const found = judgments.map(({ verdict }) => fromBestToWorst.indexOf(verdicts[verdict]));
  return fromBestToWorst[Math.max(...found)] ?? 'refused';
}
