import { type CaseId, type PersonId, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import { type DocumentKind, slotsOf } from '../../../packages/signet/src/modules/evidence/index.ts';
import type { CaseView, PhotoRole, Proofing } from '../../../packages/signet/src/modules/proofing/index.ts';
import { person, photoBytes } from './proofing-script.ts';
import type { World } from './proofing-world.ts';
import { frameBytes } from './scripted-frames.ts';

/** Gives every answer up to "check your answers". */
export async function answerAll(
  world: World,
  of: PersonId,
  ssn: string = person.ssn,
  document: DocumentKind = 'license',
): Promise<CaseView> {
  const { proofing } = world;
  await proofing.chooseDocument(of, document);
  await proofing.giveConsent(of, '1');
  for (const role of [...slotsOf(document), 'selfie'] as const) await addGoodPhoto(world, of, role);
  await confirmOwnPhone(world, of);
  await proofing.giveSsn(of, new Redacted(ssn));
  return current(proofing, of);
}

/** Every phone of a test is another one: only so many texts a day go to one number. */
let phones = 0;
const freshPhone = (): string => {
  phones++;
  return `+1${205 + Math.floor(phones / 100)}55501${String(phones % 100).padStart(2, '0')}`;
};

/** Gives a number and the code that was texted to it. */
export async function confirmOwnPhone(
  world: World,
  of: PersonId,
  phone: string = freshPhone(),
): Promise<CaseView> {
  settled(await world.proofing.givePhone(of, new Redacted(phone)));
  const digits = phone.replaceAll(/\D/g, '').slice(-10);
  const code = world.texts.findLast(({ to }) => to.endsWith(digits))?.code ?? '';
  return settled(await world.proofing.confirmPhone(of, new Redacted(code)));
}

/** The document from a file, the face live: a face from a file passes only by a person. */
export async function addGoodPhoto(world: World, of: PersonId, role: PhotoRole): Promise<CaseView> {
  if (role !== 'selfie') return addFromFile(world, of, role);
  await takeLiveSelfie(world, of);
  return current(world.proofing, of);
}

export async function addFromFile(world: World, of: PersonId, role: PhotoRole): Promise<CaseView> {
  return settled(await world.proofing.addPhoto(of, role, photoBytes()));
}

/** Takes a live picture: the straight look, and each movement as it is asked for. */
export async function takeLiveSelfie(world: World, of: PersonId, face = 'own'): Promise<void> {
  const { proofing } = world;
  let step = settled(await proofing.beginLiveSelfie(of, []));
  while (step.ask !== 'nothing-more')
    step = settled(await proofing.addFrame(of, step.nonce, frameBytes(step.ask, face))).step;
}

export function settled<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`unexpected: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Submits, and runs the job that submitting asked for. */
export async function check(world: World, of: PersonId): Promise<CaseView> {
  const sent = settled(await world.proofing.submit(of));
  await world.proofing.runChecks(sent.id);
  return current(world.proofing, of);
}

export async function current(proofing: Proofing, of: PersonId): Promise<CaseView> {
  const view = await proofing.currentCase(of);
  if (!view) throw new Error('no case');
  return view;
}

/** A new person from the start page to the first decision. */
export async function wholeCase(
  world: World,
  ssn?: string,
  document?: DocumentKind,
): Promise<{ of: PersonId; view: CaseView; id: CaseId }> {
  const of = await world.newPerson();
  await world.start(of);
  await answerAll(world, of, ssn, document);
  const view = await check(world, of);
  return { of, view, id: view.id };
}
