import { z } from 'zod';
import { documentKinds, photoProblems } from '../../evidence/index.ts';
import { photoRoles } from './steps.ts';

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
    takenAt: isoTime,
  })
  .readonly();
export type PhotoAnswer = z.infer<typeof photoAnswer>;

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
    consent: z.object({ version: z.string(), at: isoTime }).readonly().exactOptional(),
    photos: z.partialRecord(z.enum(photoRoles), photoAnswer).readonly(),
    /** `entry` is a random name for this answer: findings refer to it and so never hold the number. */
    ssn: z
      .object({ entry: z.string(), number: z.string(), kind: z.literal('itin').exactOptional() })
      .readonly()
      .exactOptional(),
    phone: phoneAnswer.exactOptional(),
    phoneCode: phoneCodeAnswer.exactOptional(),
  })
  .readonly();
export type Answers = z.infer<typeof answersSchema>;

export const noAnswers: Answers = { photos: {} };
