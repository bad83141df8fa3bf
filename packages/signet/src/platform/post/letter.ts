import type { Language } from '../../kernel/index.ts';

/** A letter on its way to one person. `id` stays the same when delivery is tried again. */
export interface Letter {
  readonly id: string;
  readonly channel: 'letter';
  readonly lang: Language;
  /** Name and address, a line each, as they stand on the envelope. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Set large, on a line of its own after the first paragraph. */
  readonly code: string;
  /** The sender's name and address, a line each, to which an undeliverable letter goes back. */
  readonly from: readonly string[];
  /** The day on which it was written, in the reader's language. */
  readonly date?: string | undefined;
}

/** `not-mailable`: the post knows the address as one to which it carries nothing, so that trying again is of no use. */
export type Posted = 'taken' | 'not-mailable';

/** Hands a letter to whoever prints and mails it, or throws so that the job tries again. What it throws holds no word of it. */
export interface LetterPost {
  deliver(letter: Letter): Promise<Posted>;
}

/** What a program that shows no PDF reads of it. */
export const textOf = ({ paragraphs, code }: Pick<Letter, 'paragraphs' | 'code'>): string => {
  const [first = '', ...others] = paragraphs;
  return `${[first, code, ...others].join('\n\n')}\n`;
};
