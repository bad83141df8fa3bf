import { z } from 'zod';
import { type DocumentKind, documentKinds, intakePhoto, type Photo, slotsOf } from '../evidence/index.ts';
import { type AutomatedVerdict, type DocumentTrial, judgeDocumentPhotos } from '../proofing/index.ts';
import { type Corpus, unreadable } from './corpus.ts';
import { rateAmong } from './error-rate.ts';
import type { Report } from './report.ts';

/** `document.json`, beside the photos that it names. `at`: the moment of the photos, if it is not that of the measurement. */
const presented = z.strictObject({
  kind: z.enum(documentKinds as [DocumentKind, ...DocumentKind[]]),
  photos: z.record(z.string(), z.string().min(1)),
  at: z.iso.datetime().optional(),
});

/** Says of each picture what came of it: whoever measures wants to see which ones failed. */
export type Tell = (line: string) => void;

/** Why a document was not even judged: one of its photos is none. */
type Verdict = AutomatedVerdict | 'no-photo';

/**
 * A18: genuine documents, a folder each in `genuine`, and forged ones by instrument in `forged`. Accepted is what nobody would
 * look at; a genuine one that another photo is asked for, or that goes to a person, counts as rejected all the same.
 */
export async function measureDocuments(
  trial: DocumentTrial,
  corpus: Corpus,
  tell: Tell = () => undefined,
): Promise<NonNullable<Report['documents']>> {
  const genuine = await verdictsIn(trial, corpus, 'genuine', tell);
  const instruments: { name: string; verdicts: readonly Verdict[] }[] = [];
  for (const name of await corpus.folders('forged'))
    instruments.push({ name, verdicts: await verdictsIn(trial, corpus, `forged/${name}`, tell) });
  const forged = instruments.flatMap(({ verdicts }) => verdicts);
  if (genuine.length + forged.length === 0) throw unreadable('there are no documents');
  const isAccepted = (verdict: Verdict) => verdict === 'accepted';
  return {
    corpus: corpus.summary(),
    specimens: trial.specimens,
    falseAcceptance: rateAmong(forged.map(isAccepted)),
    falseRejection: rateAmong(genuine.map((verdict) => !isAccepted(verdict))),
    genuineToPerson: genuine.filter((verdict) => verdict === 'person').length,
    instruments: instruments.map(({ name, verdicts }) => ({
      name,
      accepted: rateAmong(verdicts.map(isAccepted)),
    })),
  };
}

async function verdictsIn(
  trial: DocumentTrial,
  corpus: Corpus,
  folder: string,
  tell: Tell,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const name of await corpus.folders(folder)) {
    const verdict = await verdictOn(trial, corpus, `${folder}/${name}`);
    tell(`${folder}/${name}: ${verdict}`);
    verdicts.push(verdict);
  }
  return verdicts;
}

async function verdictOn(trial: DocumentTrial, corpus: Corpus, folder: string): Promise<Verdict> {
  const { kind, photos: named, at } = await corpus.readJson(`${folder}/document.json`, presented);
  const photos: Record<string, Photo> = {};
  for (const slot of slotsOf(kind)) {
    const file = named[slot];
    if (file === undefined) throw unreadable(`${folder}: no photo of the ${slot} is named`);
    const photo = await intakePhoto(await corpus.read(`${folder}/${file}`));
    if (!photo.ok) return 'no-photo';
    photos[slot] = photo.value;
  }
  return judgeDocumentPhotos(at ? { ...trial, at: new Date(at) } : trial, kind, photos as never);
}
