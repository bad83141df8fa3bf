import { z } from 'zod';
import { AppError, keptFormat, Redacted } from '../../../kernel/index.ts';
import { cardTypes, type DocumentFields, documentKinds } from '../../evidence/index.ts';
import type { Ssn } from '../../records/index.ts';
import { answersSchema, photoRoles } from '../flow/index.ts';
import { seenKinds } from './seen-evidence.ts';

const day = z.iso.date();

/**
 * What one document says, right or wrong, before anything is proven: with its dates, and `sex`, which records compare and
 * nobody keeps. The person as proven is another thing, made of this and of the answers only once all agrees
 * (`identity/validated-identity.ts`), and its schema is the vault's alone.
 */
const documentFields = z
  .object({
    familyName: z.string(),
    givenName: z.string(),
    middleName: z.string().exactOptional(),
    suffix: z.string().exactOptional(),
    birthDate: day,
    documentNumber: z.string(),
    issueDate: day.exactOptional(),
    expiryDate: day.exactOptional(),
    sex: z.enum(['male', 'female', 'unspecified']).exactOptional(),
    street: z.string().exactOptional(),
    city: z.string().exactOptional(),
    state: z.string().exactOptional(),
    postalCode: z.string().exactOptional(),
  })
  .readonly() satisfies z.ZodType<DocumentFields>;

const readDocument = z
  .object({
    kind: z.enum(documentKinds),
    /** Where the card itself said which of two it is; else `kind` is what the person chose. */
    cardType: z.enum(cardTypes).exactOptional(),
    fields: documentFields,
    issuerId: z.string(),
  })
  .readonly();
/** What the document said, once it was read. */
export type ReadDocument = z.infer<typeof readDocument>;

/** What of a case is personal: at rest it is encrypted under the case's own key. */
const contents = z
  .object({
    answers: answersSchema,
    document: readDocument.exactOptional(),
    /** What an agent saw in place of a piece that is missing. */
    seen: z
      .object({ kind: z.enum(seenKinds), issuer: z.string(), at: z.iso.datetime() })
      .readonly()
      .exactOptional(),
    /** Letters with a code, each of which counts until its day; `for` are the photos of the document whose address it is. */
    mailedCode: z
      .object({
        for: z.string(),
        letters: z
          .array(
            z
              .object({
                hash: z.string(),
                sentAt: z.iso.datetime(),
                until: z.iso.datetime(),
                /** When it is handed to the post, and by when it should be there. */
                leavesAt: z.iso.datetime(),
                arrivesBy: z.iso.datetime(),
                /** When another one may be asked for; absent where this is the last. */
                againFrom: z.iso.datetime().exactOptional(),
              })
              .readonly(),
          )
          .readonly(),
        confirmedAt: z.iso.datetime().exactOptional(),
        /** When the letter left whose code was typed. */
        mailedAt: z.iso.datetime().exactOptional(),
        /** The newest was never mailed: no other is sent to that address. */
        notMailedAt: z.iso.datetime().exactOptional(),
      })
      .readonly()
      .exactOptional(),
    /** When its checks went on after a letter or an agent: how long records may be silent is counted from then. */
    checkedAnewAt: z.iso.datetime().exactOptional(),
    photosTaken: z.number(),
    poorPhotos: z.partialRecord(z.enum(photoRoles), z.number()).readonly(),
  })
  .readonly();
export type CaseContents = z.infer<typeof contents>;

export const caseContents = keptFormat<CaseContents>('case contents', contents, []);

interface HasContents {
  readonly contents: CaseContents;
}

export function needDocument({ contents: { document } }: HasContents): ReadDocument {
  if (!document)
    throw new AppError('document-missing', { message: 'records asked before the document was read' });
  return document;
}

export function needSsn({ contents: { answers } }: HasContents): Redacted<Ssn> {
  if (!answers.ssn) throw new AppError('ssn-missing', { message: 'a case being checked has no SSN' });
  return new Redacted(answers.ssn.number as Ssn);
}

/** Whether the document, as it was read, states where a letter would go, in letters that can be printed. */
export const isMailable = (
  { contents: { document } }: HasContents,
  canPrint: (line: string) => boolean,
): boolean => (document && envelopeOf(document.fields)?.to.reveal().every(canPrint)) ?? false;

/** What stands on the envelope of a letter to the document's holder. Throws where the document states no address. */
export function addressOf({ contents: { document } }: HasContents) {
  const envelope = document && envelopeOf(document.fields);
  if (!envelope) throw new AppError('address-missing');
  return envelope;
}

/** Of a ZIP code what the issuer compared, five digits; of a Canadian one all, with its space: K1A 0B1. */
const asPrinted = (code: string): string =>
  code.replace(/^(\d{5})-?\d{4}$/, '$1').replace(/^([A-Z]\d[A-Z]) ?(\d[A-Z]\d)$/, '$1 $2');

function envelopeOf(fields: DocumentFields) {
  const { givenName, familyName, street, city, state, postalCode } = fields;
  if (!street || !city || !state || !postalCode) return undefined;
  const isDomestic = /^\d{5}/.test(postalCode);
  const name = [givenName, familyName].filter(Boolean).join(' '); // no more of it than the issuer was asked about
  return {
    /** Name and address, a line each. */
    to: new Redacted<readonly string[]>([
      name,
      street,
      `${city}, ${state} ${asPrinted(postalCode)}`,
      ...(isDomestic ? [] : ['CANADA']), // last, in English and alone (USPS IMM 122.1)
    ]),
    state,
    isDomestic,
  };
}
