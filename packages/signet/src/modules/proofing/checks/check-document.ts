import { AppError, ok, type Result } from '../../../kernel/index.ts';
import {
  ageOn,
  type CardType,
  type DocumentKind,
  type DocumentReading,
  documentDay,
  evidenceKinds,
  type Photo,
  type SlotOf,
  slotsOf,
} from '../../evidence/index.ts';
import type { LiveCase } from '../cases/index.ts';
import type { DocumentFinding } from '../findings/index.ts';
import type { CheckNeeds, CheckResult } from './check.ts';
import { needPhoto } from './need-photo.ts';

/** A18: the photos of the document, read as its kind is read. */
export async function checkDocument(needs: CheckNeeds, of: LiveCase): Promise<Result<CheckResult, never>> {
  const chosen = chosenDocument(of);
  const photos = await photosOfDocument(needs, of, chosen);
  return ok(await readDocument(needs, chosen, photos));
}

/** What a document is read with, of a case or of none. */
export type ReadingNeeds = Pick<CheckNeeds, 'clock' | 'readers'> & {
  readonly settings: Pick<CheckNeeds['settings'], 'minimumAge'>;
};

/** Reads the photos of a document that is said to be of this kind. */
export async function readDocument<Kind extends DocumentKind>(
  needs: ReadingNeeds,
  chosen: Kind,
  photos: Readonly<Record<SlotOf<Kind>, Photo>>,
): Promise<CheckResult & { readonly finding: DocumentFinding }> {
  const reading: DocumentReading = await needs.readers[chosen].read(photos);
  const stated = statedIn(reading);
  const cardType = cardTypeIn(reading);
  const kind = cardType ?? chosen;
  const { fields, issuerId } = stated ?? {};
  const document = fields && issuerId && { kind, fields, issuerId, ...(cardType && { cardType }) };
  return { finding: documentFinding(needs, kind, reading), document: document || 'unreadable' };
}

/** What a card is, it says itself: its barcode, and where that is silent or unread its print. The person may have erred. */
const cardTypeIn = ({ data, printedCardType }: DocumentReading): CardType | undefined =>
  (data.ok ? data.value.cardType : undefined) ?? printedCardType;

function chosenDocument({ contents }: LiveCase): DocumentKind {
  const { document } = contents.answers;
  if (!document) throw new AppError('document-not-chosen', { message: 'a case being checked names none' });
  return document;
}

async function photosOfDocument<Kind extends DocumentKind>(
  { cases }: CheckNeeds,
  of: LiveCase,
  kind: Kind,
): Promise<Record<SlotOf<Kind>, Photo>> {
  const photos: [SlotOf<Kind>, Photo][] = [];
  for (const slot of slotsOf(kind)) photos.push([slot, await needPhoto(cases, of, slot)]);
  return Object.fromEntries(photos) as Record<SlotOf<Kind>, Photo>;
}

/** By the data, else by the print alone. */
const statedIn = ({ data, printed }: DocumentReading) => (data.ok ? data.value : printed);

function documentFinding(
  { clock, settings }: ReadingNeeds,
  document: DocumentKind,
  reading: DocumentReading,
): DocumentFinding {
  const { data, quality, looksLike, printedCardType, specimen, comparison, layout, stages } = reading;
  const today = documentDay(clock.now());
  const photoProblems = Object.entries(quality).map(([slot, { problems }]) => [slot, problems]);
  const stated = statedIn(reading);
  return {
    check: 'document',
    document,
    looksLike,
    ...(printedCardType && { printedCardType }),
    photoProblems: Object.fromEntries(photoProblems),
    data: data.ok ? 'read' : data.error,
    ...(!data.ok && stated && { byPrint: true as const }),
    specimen,
    expiry: stated ? evidenceKinds[document].expiryOn(stated.fields, today) : 'not-stated',
    oldEnough: stated !== undefined && ageOn(stated.fields, today) >= settings.minimumAge,
    comparison,
    layout,
    stages,
    ...(stated && { issuerId: stated.issuerId }),
    ...(stated?.version !== undefined && { version: stated.version }),
    ...(stated?.knownVersion !== undefined && { knownVersion: stated.knownVersion }),
  } as DocumentFinding; // its slots and problems are those of the kind it was read as
}
