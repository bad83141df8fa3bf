import { z } from 'zod';

/** A message on its way to one person, as Signet's adapters hand it over. */
export const messageSchema = z.object({
  channel: z.enum(['mail', 'sms', 'voice', 'letter']).default('mail'),
  to: z.string().trim().min(1).max(320), // an email address, a phone number, or a postal address on several lines
  subject: z.string().trim().max(300).default(''),
  text: z.string().max(20_000),
  html: z.string().max(100_000).optional(), // kept for whoever asks over JSON; pages show the text
  /** A letter as it was printed, base64. */
  pdf: z.base64().max(400_000).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
});

export type NewMessage = z.infer<typeof messageSchema>;

export interface Message {
  readonly id: string;
  readonly channel: 'mail' | 'sms' | 'voice' | 'letter';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly hasPdf: boolean;
  readonly at: string; // ISO 8601, UTC
}

/** The first code in a text, for setting it large: six digits, or those of a letter. Longer numbers and phone numbers are none. */
export function codeIn(text: string): string | null {
  return spokenIn(text) ?? mailedIn(text) ?? text.match(/(?<![\d-])\d{6}(?![\d-])/)?.[0] ?? null;
}

/** A letter's code: eight digits in two groups, on a line of their own. */
const mailedIn = (text: string): string | undefined => text.match(/^\d{4} \d{4}$/m)?.[0];

/** A code that a call speaks, one digit a line. */
const spokenIn = (text: string): string | undefined => text.match(/^(?:\d\n){6}/m)?.[0].replaceAll('\n', '');

export type Piece = { readonly link: boolean; readonly text: string };

/** A text cut into plain pieces and web addresses, so that a page can make the addresses links. */
export function pieces(text: string): readonly Piece[] {
  return text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .map((piece, at) => ({ link: at % 2 === 1, text: piece }))
    .filter((piece) => piece.text !== '');
}
