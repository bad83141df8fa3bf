import { z } from 'zod';
import { answerSteps } from './steps.ts';

/**
 * Why a case did not pass, by the piece of evidence, in codes that a person can act on. Never which attribute of a
 * record differed, nor which record it was that said so (A22): otherwise stolen data could be tested here.
 */
export const reasonCodes = [
  // the photo of the front
  'front-unreadable',
  'front-is-a-passport',
  'front-is-no-document',
  'portrait-not-found', // no face, or too small a one, on the document
  // the photo of the back
  'back-unreadable', // no barcode found, or one that ends early
  'back-is-another-barcode', // a barcode, but not that of a license
  // the photos of a passport card
  'zone-unreadable', // on the back
  'front-is-another-card',
  // the photo of a passport's data page
  'page-unreadable', // no machine-readable zone found, or one that does not add up
  'page-is-a-license',
  'page-is-another-document', // a visa, another page
  'page-is-no-document',
  // the document itself
  'no-office-to-ask', // nothing wrong: no office here keeps its record
  'document-expired',
  'document-not-accepted', // an issuer that is not taken here; in the sandbox also: not a specimen
  'document-needs-a-look', // print and barcode disagree
  'document-not-confirmed', // the issuer did not confirm it
  'below-minimum-age',
  // the selfie
  'selfie-no-face',
  'selfie-several-faces',
  'selfie-face-too-small',
  'selfie-not-matched',
  'selfie-needs-a-look',
  'selfie-not-live', // the movements that were asked for are not in the frames
  'camera-in-doubt', // its camera is a program, or sent one picture over and over (A19)
  'selfie-from-file', // nothing wrong: a file shows nobody who is there now (A16)
  'selfie-is-the-portrait', // too alike for two photographs: the card's own picture, sent in
  // the SSN
  'record-not-confirmed',
  'taxpayer-number', // nothing wrong: it is an ITIN, which a trained person looks at (D6)
  // the phone account
  'phone-not-confirmed',
  'phone-needs-a-look',
  'no-phone', // nothing wrong: a second piece of evidence has to be found another way
  // nothing wrong by itself: a trained person looks (A22). The person reads the first, whichever of the others it was
  'case-needs-a-look',
  'document-used-before',
  'picture-used-before',
  'phone-used-before',
  'address-used-often',
  'network-used-often',
  // the account
  'already-verified', // this person has a verified account: sign in there, or recover it
  'not-this-account', // proven, and not the person of the account that was to be given back
  'review-refused',
  'review-expired', // no agent decided before the evidence had to be deleted
  'records-unavailable-too-long',
  'no-letter-possible', // nothing wrong: no office holds an address to which a code could be mailed
  'letter-not-mailed', // nothing wrong: the post carries none to the address, or took none for days
  'letter-not-used', // no code was typed while it counted
  'level-not-reached', // everything passed and it is not enough for what the agency asks
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/**
 * Where no face was compared, with one of these waived it was an agent who had the person before them and compared them with
 * the document, in the place of a code by mail (A8).
 */
export const waivedByComparison: readonly ReasonCode[] = [
  'no-letter-possible',
  'letter-not-mailed',
  'selfie-not-matched',
];

export const reasonsSchema = z.array(z.enum(reasonCodes)).readonly();

/** What a person is told and may do next. */
export const decisionSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('verified') }).readonly(),
  /** `step` is where to go; what was given there before is gone. */
  z.object({ outcome: z.literal('try-again'), step: z.enum(answerSteps), reasons: reasonsSchema }).readonly(),
  /** `reference` (SGN-XXXX-XXXX) is what the person quotes to an agent. */
  z.object({ outcome: z.literal('needs-person'), reasons: reasonsSchema, reference: z.string() }).readonly(),
  /** An authority does not answer: the case waits, goes on by itself, and the person is mailed. */
  z.object({ outcome: z.literal('pending-records') }).readonly(),
  z.object({ outcome: z.literal('refused'), reasons: reasonsSchema }).readonly(),
]);
export type Decision = z.infer<typeof decisionSchema>;
