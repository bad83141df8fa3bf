import { randomUUID } from 'node:crypto';
import { type Clock, err, ok, type PersonId, type Result } from '../../../kernel/index.ts';
import type { Following } from '../../biometrics/index.ts';
import {
  type Photo,
  type PhotoFile,
  type PhotoNeeds,
  type PhotoQuality,
  type PhotoRefusal,
  selfie,
} from '../../evidence/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import { type Cases, type LiveCase, mayAnswer, type NotNow, withAnswers } from '../cases/index.ts';
import { type CameraSignal, isWhole, type LiveSelfie } from '../flow/index.ts';
import { type SentFrames, signalsOf } from './camera-signals.ts';
import { type FrameProblem, frameProblem } from './judge-frames.ts';
import { liveSelfieLimits } from './limits.ts';
import { type LiveStep, stepOf } from './live-step.ts';
import type { LiveSelfieSettings } from './settings.ts';

/** Seen: what is asked for next. Otherwise what is in the way, and the same is asked for again. */
export interface FrameAnswer {
  readonly step: LiveStep;
  readonly problem?: FrameProblem;
}

/** `busy`: too many frames of others are looked at; the same may be sent again. */
export type FrameError = NotNow | 'too-many-frames' | 'busy' | PhotoRefusal;

/** `network`: where it is sent from, as such are counted. */
export interface FrameSender {
  readonly person: PersonId;
  readonly network?: string | undefined;
}

/** What the browser says that the frame came from. */
export interface FrameCamera {
  readonly name?: string | undefined;
}

/** Frames as they come from a browser. */
export interface FrameIntake {
  sniff(bytes: Uint8Array): Result<PhotoFile, PhotoRefusal>;
  decode(of: PersonId, file: PhotoFile): Promise<Result<Photo, PhotoRefusal>>;
  measure(photo: Photo, needs: PhotoNeeds): Promise<PhotoQuality>;
  /** Undefined where nobody can look now. */
  follow(from: FrameSender, frames: readonly Buffer[]): Promise<Following | undefined>;
}

export interface FrameNeeds {
  readonly clock: Clock;
  readonly cases: Pick<Cases, 'latest' | 'change' | 'keepPhoto' | 'frame'>;
  readonly intake: FrameIntake;
  readonly quotas: Quotas;
  readonly settings: LiveSelfieSettings;
  readonly sentFrames: SentFrames;
}

/**
 * Looks at one frame of the live picture that `nonce` names. Only a frame that shows what is asked for now is kept, under the
 * case's key; all others are gone with the request. Of two that are sent at once for one step, one is taken.
 */
export async function addFrame(
  needs: FrameNeeds,
  from: FrameSender,
  nonce: string,
  bytes: Uint8Array,
  camera: FrameCamera = {},
): Promise<Result<FrameAnswer, FrameError>> {
  const { person } = from;
  const open = await needs.cases.latest(person);
  const live = open?.contents && underWay(needs, open, nonce);
  if (!open?.contents || !live) return err('not-now');
  const file = needs.intake.sniff(bytes);
  if (!file.ok) return file;
  const counted = await needs.quotas.take([{ limit: liveSelfieLimits['frames-a-day'], of: [person] }]);
  if (!counted.allowed) return err('too-many-frames');
  const frame = await needs.intake.decode(person, file.value);
  if (!frame.ok) return frame;

  const problem = await problemOf(needs, from, open, live, frame.value);
  if (problem === 'busy') return err(problem);
  const isRepeated = !isWithoutFace(problem) && needs.sentFrames.isRepeated(nonce, bytes);
  if (problem) return ok({ step: stepOf(live), problem });
  const signals = signalsOf(camera.name, isRepeated);
  return keepFrame(needs, person, live, { frame: frame.value, signals });
}

/** A lens with its cover on, and a camera that only wakes up, send the same black picture over and over. */
const isWithoutFace = (problem: FrameProblem | undefined): boolean =>
  problem === 'no-face' || problem === 'poor-picture';

/** The live picture of this name, if it still takes frames. */
function underWay(
  { clock, settings }: Pick<FrameNeeds, 'clock' | 'settings'>,
  open: LiveCase,
  nonce: string,
): LiveSelfie | undefined {
  const live = open.contents.answers.liveSelfie;
  if (live?.nonce !== nonce || isWhole(live) || !mayAnswer(open, 'selfie')) return undefined;
  const age = clock.now().getTime() - new Date(live.startedAt).getTime();
  return age <= settings.liveSelfieLasts ? live : undefined;
}

async function problemOf(
  { cases, intake }: FrameNeeds,
  from: FrameSender,
  open: LiveCase,
  live: LiveSelfie,
  frame: Photo,
): Promise<FrameProblem | 'busy' | undefined> {
  const { ask } = stepOf(live);
  if (ask === 'nothing-more') return undefined;
  const [first] = live.frames;
  const straight = first && (await cases.frame(open, first));
  const followed = await intake.follow(from, [...(straight ? [straight.jpeg] : []), frame.jpeg]);
  if (!followed) return 'busy';
  if (!followed.ok) return (await isTooDark(intake, frame)) ? 'poor-picture' : followed.problem;
  const [one] = followed.faces;
  const last = followed.faces.at(-1);
  if (!one || !last) return 'no-face';
  const problem = frameProblem(ask, one, last);
  if (problem || ask !== 'straight') return problem;
  const { problems } = await intake.measure(frame, selfie.needs); // it is compared with the portrait
  return problems.length > 0 ? 'poor-picture' : undefined;
}

/** Where no face is found the light is what a person can change first. */
const isTooDark = async (intake: FrameIntake, frame: Photo): Promise<boolean> =>
  (await intake.measure(frame, selfie.needs)).problems.includes('too-dark');

interface SeenFrame {
  readonly frame: Photo;
  readonly signals: readonly CameraSignal[];
}

async function keepFrame(
  { cases }: FrameNeeds,
  person: PersonId,
  seen: LiveSelfie,
  { frame: { jpeg, width, height }, signals }: SeenFrame,
): Promise<Result<FrameAnswer, FrameError>> {
  const id = randomUUID();
  let now: LiveSelfie | undefined;
  const changed = await cases.change<NotNow>(
    person,
    (open, at) => {
      const { answers } = open.contents;
      const live = answers.liveSelfie;
      // it was judged for that step of that try, and for no other
      if (!mayAnswer(open, 'selfie') || live?.nonce !== seen.nonce) return err('not-now');
      if (live.frames.length !== seen.frames.length) return err('not-now');
      const all = new Set([...(live.signals ?? []), ...signals]);
      now = {
        ...live,
        ...(all.size > 0 && { signals: [...all] }),
        frames: [...live.frames, { id, width, height, takenAt: at.toISOString() }],
      };
      return ok(
        withAnswers(open, { ...answers, liveSelfie: now, photos: { ...answers.photos, ...selfieOf(now) } }),
      );
    },
    (tx, open) => cases.keepPhoto(tx, open, id, { jpeg, width, height }),
  );
  if (!changed.ok) return changed;
  return now ? ok({ step: stepOf(now) }) : err('not-now');
}

/** Once every movement was seen, the straight look is the selfie. */
function selfieOf(live: LiveSelfie) {
  const [straight] = live.frames;
  if (!isWhole(live) || !straight) return {};
  return { selfie: { ...straight, settled: true, problems: [] } };
}
