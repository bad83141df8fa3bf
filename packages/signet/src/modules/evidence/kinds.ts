import type { DocumentReader } from './document/index.ts';
import type { EvidenceDefinition, PhotoSlot } from './kind/index.ts';
import { license } from './license/index.ts';
import { passport } from './passport/index.ts';
import { passportCard } from './passport-card/index.ts';
import { phoneAccount } from './phone-account/index.ts';
import { stateId } from './state-id/index.ts';

/**
 * Every kind of evidence that a person can show here: one line each, and a folder that says the rest. A new line that
 * lacks something does not compile, here or where the rest of Signet depends on the kinds: its strength in `assurance`,
 * the authority that answers in `records`, its steps, checks and reasons in `proofing`, its words and pages in `web`.
 */
export const evidenceKinds = {
  license,
  'state-id': stateId,
  passport,
  'passport-card': passportCard,
  'phone-account': phoneAccount,
} as const satisfies Readonly<Record<string, EvidenceDefinition>>;

type Kinds = typeof evidenceKinds;
export type EvidenceName = keyof Kinds;

type OfForm<Form extends EvidenceDefinition['form']> = {
  [Name in EvidenceName]: Kinds[Name]['form'] extends Form ? Name : never;
}[EvidenceName];

/** Kinds that are photographed: a person chooses one. */
export type DocumentKind = OfForm<'document'>;
/** Kinds that are an account: asked of everybody. */
export type AccountKind = OfForm<'account'>;

/** What is captured of a kind, by name. */
export type SlotOf<Name extends EvidenceName> = Name extends EvidenceName
  ? keyof Kinds[Name]['captures'] & string
  : never;
export type DocumentSlot = { [Name in DocumentKind]: SlotOf<Name> }[DocumentKind];
export type AccountSlot = { [Name in AccountKind]: SlotOf<Name> }[AccountKind];

/** Why the data of a kind could not be read. */
export type ProblemOf<Name extends DocumentKind> = Kinds[Name]['problems'][number];

/** The record whose keeper answers for a kind. */
export type RecordOf<Name extends EvidenceName> = Kinds[Name]['record'];

const isDocument = (name: EvidenceName): name is DocumentKind => evidenceKinds[name].form === 'document';
const isAccount = (name: EvidenceName): name is AccountKind => evidenceKinds[name].form === 'account';

const evidenceNames = Object.keys(evidenceKinds) as readonly EvidenceName[];
export const documentKinds: readonly DocumentKind[] = evidenceNames.filter(isDocument);
export const accountKinds: readonly AccountKind[] = evidenceNames.filter(isAccount);

/** In the order in which a person is asked. */
export const slotsOf = <Name extends EvidenceName>(name: Name): readonly SlotOf<Name>[] =>
  Object.keys(evidenceKinds[name].captures) as SlotOf<Name>[];

/** How one photo of a document is to be; undefined where that kind has none of this name. */
export const photoSlot = (name: DocumentKind, slot: DocumentSlot): PhotoSlot | undefined => {
  const captures: Readonly<Partial<Record<DocumentSlot, PhotoSlot>>> = evidenceKinds[name].captures;
  return captures[slot];
};

export type DocumentReaders = {
  readonly [Name in DocumentKind]: DocumentReader<SlotOf<Name>, ProblemOf<Name>>;
};

/** One reader for each kind of document. */
export const createDocumentReaders = (): DocumentReaders =>
  Object.fromEntries(documentKinds.map((name) => [name, evidenceKinds[name].createReader()])) as never;
