import { z } from 'zod';
import { type FaceMatcher, judgeSimilarity, type Movement, movements } from '../biometrics/index.ts';
import { showsMovements } from '../proofing/index.ts';
import { type Corpus, unreadable } from './corpus.ts';
import { rateAmong } from './error-rate.ts';
import type { Tell } from './measure-documents.ts';
import type { Report } from './report.ts';

/** `attack.json`, beside the pictures that it names: the victim's portrait, and what was held before the camera. */
const attack = z.strictObject({
  document: z.string().min(1),
  straight: z.string().min(1),
  /** A frame for each movement that was tried. */
  movements: z.partialRecord(z.enum(movements), z.string().min(1)),
});

/** The folder of living people, who are not attacks. */
const bonaFide = 'bona-fide';

/** How many movements one try asks for, of those that there are: see `liveSelfieDefaults` of proofing. */
export interface AttackNeeds {
  readonly faceMatcher: FaceMatcher;
  readonly movementsAsked: number;
}

/**
 * A16: presentation attacks by instrument, a folder each. An attack counts as accepted where it shows as many movements as one
 * try asks for, whichever they are, and matches the portrait: though a try draws others most of the time.
 */
export async function measureAttacks(
  needs: AttackNeeds,
  corpus: Corpus,
  tell: Tell = () => undefined,
): Promise<NonNullable<Report['attacks']>> {
  const accepted = new Map<string, boolean[]>();
  for (const instrument of await corpus.folders()) {
    const tries: boolean[] = [];
    for (const name of await corpus.folders(instrument)) {
      const isTaken = await isTakenForLiving(needs, corpus, `${instrument}/${name}`);
      tell(`${instrument}/${name}: ${isTaken ? 'accepted' : 'not accepted'}`);
      tries.push(isTaken);
    }
    accepted.set(instrument, tries);
  }
  if (accepted.size === 0) throw unreadable('the folder of attacks has no folder of an instrument');
  const living = accepted.get(bonaFide) ?? [];
  accepted.delete(bonaFide);
  return {
    corpus: corpus.summary(),
    instruments: [...accepted].map(([name, tries]) => ({ name, accepted: rateAmong(tries) })),
    bonaFideRejected: rateAmong(living.map((isTaken) => !isTaken)),
  };
}

async function isTakenForLiving(needs: AttackNeeds, corpus: Corpus, folder: string): Promise<boolean> {
  const { faceMatcher, movementsAsked } = needs;
  const { document, straight, movements: tried } = await corpus.readJson(`${folder}/attack.json`, attack);
  const selfie = await corpus.read(`${folder}/${straight}`);
  const portrait = await corpus.read(`${folder}/${document}`);
  const compared = await faceMatcher.compare({ document: portrait, selfie });
  if (!compared.ok || judgeSimilarity(compared.similarity) !== 'accept') return false;
  let shown = 0;
  for (const [movement, file] of Object.entries(tried) as [Movement, string][]) {
    const frames = [selfie, await corpus.read(`${folder}/${file}`)];
    if (await showsMovements(faceMatcher, frames, [movement])) shown += 1;
  }
  return shown >= movementsAsked;
}
