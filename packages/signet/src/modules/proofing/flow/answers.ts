import { z } from 'zod';
import { movements } from '../../biometrics/index.ts';
import { type CardType, documentKinds, photoProblems } from '../../evidence/index.ts';
import { type PhotoRole, photoRoles } from './steps.ts';

const isoTime = z.iso.datetime();

/** A photo as the case remembers it; the picture itself is an encrypted blob of that id. Times are ISO. */
const photoAnswer = z
  .object({
    id: z.string(),
    width: z.number(),
    height: z.number(),
    settled: z.boolean(),
    problems: z.array(z.enum(photoProblems)).readonly(),
    /** Nobody looked at it when it was sent: what is wrong with it is told later. */
    unseen: z.literal(true).exactOptional(),
    /** The name of its sending, made by the page: the same one again is the same photo. */
    sending: z.string().exactOptional(),
    takenAt: isoTime,
  })
  .readonly();
export type PhotoAnswer = z.infer<typeof photoAnswer>;

/** A19: `virtual-camera`: a program that offers itself as one; `repeated-frames`: the very same picture, sent over and over. */
export const cameraSignals = ['virtual-camera', 'repeated-frames'] as const;
export type CameraSignal = (typeof cameraSignals)[number];

/**
 * A live picture of the person's face, while it is taken and after: which movements were drawn for it, and a frame for the
 * straight look and then for each movement that was seen. The straight one becomes the selfie.
 */
const liveSelfie = z
  .object({
    /** Names this try: a frame that was made for another one is not taken. */
    nonce: z.string(),
    movements: z.array(z.enum(movements)).readonly(),
    startedAt: isoTime,
    /** Of its camera; the name that it gave is not kept. */
    signals: z.array(z.enum(cameraSignals)).readonly().exactOptional(),
    frames: z
      .array(z.object({ id: z.string(), width: z.number(), height: z.number(), takenAt: isoTime }).readonly())
      .readonly(),
  })
  .readonly();
export type LiveSelfie = z.infer<typeof liveSelfie>;

/** The account whose phone the person holds, or that they have none in their name. `entry` as with the SSN. */
const phoneAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), entry: z.string(), number: z.string() }).readonly(), // E.164
  z.object({ kind: z.literal('none'), entry: z.string() }).readonly(),
]);
export type PhoneAnswer = z.infer<typeof phoneAnswer>;

/** The code sent last, by its hash; once confirmed, only that and when. Times are ISO. */
const phoneCodeAnswer = z.union([
  z.object({ hash: z.string(), sentAt: isoTime }).readonly(),
  z.object({ confirmedAt: isoTime }).readonly(),
]);
export type PhoneCodeAnswer = z.infer<typeof phoneCodeAnswer>;

/** What the person has given so far. At rest it is encrypted under the case's own key. */
export const answersSchema = z
  .object({
    document: z.enum(documentKinds).exactOptional(),
    /** What the person had said it is, where the card itself says another; `by` is the photo that told before the checks did. */
    corrected: z
      .object({ chosen: z.enum(documentKinds), by: z.enum(photoRoles).exactOptional() })
      .readonly()
      .exactOptional(),
    /** `without`: no face is looked at, and a code by mail takes its place (A8, A17). */
    consent: z
      .object({ version: z.string(), at: isoTime, without: z.literal('face').exactOptional() })
      .readonly()
      .exactOptional(),
    photos: z.partialRecord(z.enum(photoRoles), photoAnswer).readonly(),
    liveSelfie: liveSelfie.exactOptional(),
    /** `entry` is a random name for this answer: findings refer to it and so never hold the number. */
    ssn: z
      .object({ entry: z.string(), number: z.string(), kind: z.literal('itin').exactOptional() })
      .readonly()
      .exactOptional(),
    /** When a code by mail was typed days later: records are asked anew, for papers run out and people die. */
    askedAnewAt: isoTime.exactOptional(),
    phone: phoneAnswer.exactOptional(),
    phoneCode: phoneCodeAnswer.exactOptional(),
  })
  .readonly();
export type Answers = z.infer<typeof answersSchema>;

export const noAnswers: Answers = { photos: {} };

/**
 * The answers with the card named as it names itself. A license and a state ID have the same sides, read in the same way, so
 * a choice of the other one costs the person nothing: their photos stay.
 */
export function asCardSays(answers: Answers, cardType: CardType | undefined, by?: PhotoRole): Answers {
  const { document, corrected, ...rest } = answers;
  if (!document || !cardType || document === cardType) return answers;
  const chosen = corrected?.chosen ?? document;
  return {
    ...rest,
    document: cardType,
    ...(chosen !== cardType && { corrected: { chosen, ...(by && { by }) } }),
  };
}

/** The person asked for a letter in place of the face check. */
export const isWithoutFace = ({ consent }: Pick<Answers, 'consent'>): boolean => consent?.without === 'face';

/** Every movement was seen. */
export const isWhole = ({ movements: drawn, frames }: LiveSelfie): boolean => frames.length > drawn.length;

/** The live picture that the selfie was taken from; none where the selfie came as a file. */
export const liveSelfieOf = ({ liveSelfie: live, photos }: Answers): LiveSelfie | undefined =>
  live && isWhole(live) && live.frames[0]?.id === photos.selfie?.id ? live : undefined;
