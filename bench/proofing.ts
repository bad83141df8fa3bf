import { lowerPriority } from '../packages/signet/src/composition/lower-priority.ts';
import { createFaceMatcher } from '../packages/signet/src/modules/biometrics/index.ts';
import {
  createDocumentReaders,
  intakePhoto,
  type Photo,
} from '../packages/signet/src/modules/evidence/index.ts';
import { renderLicense } from '../sandbox/documents/index.ts';
import { faceJpeg } from '../sandbox/faces/face-jpeg.ts';
import { findPerson } from '../sandbox/people/people.ts';
import { answerParent } from './child.ts';
import { median } from './figures.ts';

/** One proofing's own work: documents read and faces compared, nothing asked of anyone. */
export interface ProofingFigures {
  /** One core's time for all of it, milliseconds: every thread added up. */
  readonly cpuMs: number;
  /** The first in a process also loads the models. */
  readonly firstCpuMs: number;
  /** By the clock, milliseconds. */
  readonly wallMs: number;
  readonly stages: Readonly<Record<string, number>>;
}

interface Run {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly stages: Readonly<Record<string, number>>;
}

answerParent({ measure, work });

async function measure(times: number): Promise<ProofingFigures> {
  const { photos, reader, matcher } = await makeReady();
  const first = await timed(() => prove(photos, reader, matcher));
  const runs: Run[] = [];
  for (let n = 0; n < times; n += 1) runs.push(await timed(() => prove(photos, reader, matcher)));
  const names = Object.keys(first.stages);
  return {
    cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
    firstCpuMs: first.cpuMs,
    wallMs: median(runs.map(({ wallMs }) => wallMs)),
    stages: Object.fromEntries(
      names.map((name) => [name, median(runs.map(({ stages }) => stages[name] ?? 0))]),
    ),
  };
}

/** So many proofings one after the other, as the worker takes them from its queue, at the worker's own priority. */
async function work(times: number): Promise<void> {
  lowerPriority(15, console); // SIGNET_WORKER_NICENESS, unless an operator says another
  const { photos, reader, matcher } = await makeReady();
  for (let n = 0; n < times; n += 1) await prove(photos, reader, matcher);
}

async function makeReady() {
  const person = findPerson('ana-rivera');
  if (!person) throw new Error('the sandbox has lost Ana Rivera');
  const photos = { ...(await renderLicense(person)), selfie: await faceJpeg(person.selfie) };
  return { photos, reader: createDocumentReaders().license, matcher: createFaceMatcher() };
}

async function prove(
  photos: Readonly<Record<'front' | 'back' | 'selfie', Buffer>>,
  reader: ReturnType<typeof createDocumentReaders>['license'],
  matcher: ReturnType<typeof createFaceMatcher>,
): Promise<Record<string, number>> {
  const at = performance.now();
  const front = await taken(photos.front);
  const back = await taken(photos.back);
  const selfie = await taken(photos.selfie);
  const intake = performance.now() - at;
  const reading = await reader.read({ front, back });
  const faces = await matcher.compare({ document: front.jpeg, selfie: selfie.jpeg });
  if (!reading.data.ok || !faces.ok) throw new Error('the specimen was not read');
  return { intake, ...named('document', reading.stages), ...named('face', faces.stages) };
}

async function taken(bytes: Buffer): Promise<Photo> {
  const photo = await intakePhoto(bytes);
  if (!photo.ok) throw new Error(`the specimen was refused: ${photo.error}`);
  return photo.value;
}

const named = (part: string, stages: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(stages).map(([name, ms]) => [`${part}.${name}`, ms]));

async function timed(work: () => Promise<Readonly<Record<string, number>>>): Promise<Run> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const stages = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - wall, stages };
}
