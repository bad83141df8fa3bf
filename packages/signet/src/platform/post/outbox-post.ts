import { postToOutbox } from '../outbox/index.ts';
import { type LetterPost, textOf } from './letter.ts';
import { letterPdf } from './letter-pdf.ts';

/** Delivers to the sandbox's outbox page, which is the letter box of everybody there. */
export const outboxPost = (origin: string, apiKey: string): LetterPost => ({
  async deliver(letter) {
    const { id, channel, to, subject } = letter;
    const pdf = (await letterPdf(letter)).toString('base64');
    await postToOutbox(origin, apiKey, {
      id,
      channel,
      to: to.join('\n'),
      subject,
      text: textOf(letter),
      pdf,
    });
    return 'taken';
  },
});
