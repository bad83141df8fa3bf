import {
  type AccountKind,
  accountKinds,
  type DocumentKind,
  type DocumentSlot,
  evidenceKinds,
  type RecordOf,
  slotsOf,
} from '../../evidence/index.ts';
import type { RecordAuthorities } from '../../records/index.ts';
import type { Answers } from '../flow/index.ts';
import type { CheckName, CurrentFindings, KeptFinding } from './findings.ts';

/** The authority that answers for a kind of evidence: a kind that names one which `records` lacks does not compile. */
const authorityOf = (kind: DocumentKind | AccountKind): keyof RecordAuthorities => {
  const record: RecordOf<typeof kind> = evidenceKinds[kind].record;
  return record;
};

/**
 * The checks of a case, in the order in which they run: records are asked only about what documents and face bear out,
 * and the SSN is asked for to find its record, evidence of nothing (A24).
 */
export const checksOf = (document: DocumentKind, withoutFace: boolean): readonly CheckName[] => [
  'document',
  withoutFace ? 'portrait' : 'face',
  authorityOf(document),
  'social-security',
  ...accountKinds.map(authorityOf),
];

/** Every photo of the document, by the random names of its pictures. */
function documentInputs({ document, photos }: Answers): string {
  const slots: readonly DocumentSlot[] = document ? slotsOf(document) : [];
  return slots.map((slot) => photos[slot]?.id).join('+');
}

const portraitIn = ({ document, photos }: Answers): string | undefined =>
  document && photos[evidenceKinds[document].portraitIn]?.id;

const anew = ({ askedAnewAt }: Answers): string => (askedAnewAt ? `+${askedAnewAt}` : '');

/** The answers each check rests on, by their random ids. */
const inputs: Readonly<Record<CheckName, (answers: Answers) => string>> = {
  document: documentInputs,
  face: (answers) => `${portraitIn(answers)}+${answers.photos.selfie?.id}`,
  portrait: (answers) => `portrait ${portraitIn(answers)}`,
  'motor-vehicles': (answers) => `${documentInputs(answers)}${anew(answers)}`,
  'passport-office': (answers) => `${documentInputs(answers)}${anew(answers)}`,
  'social-security': (answers) => `${documentInputs(answers)}+${answers.ssn?.entry}${anew(answers)}`,
  'phone-carrier': (answers) => `${documentInputs(answers)}+${answers.phone?.entry}${anew(answers)}`,
};

export const inputsOf = (check: CheckName, answers: Answers): string => inputs[check](answers);

/** The findings that rest on these very answers. */
export function currentFindings(kept: readonly KeptFinding[], answers: Answers): CurrentFindings {
  const current = kept.filter((one) => one.inputs === inputsOf(one.finding.check, answers));
  return Object.fromEntries(current.map(({ finding, at }) => [finding.check, { ...finding, at }]));
}
