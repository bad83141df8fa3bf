import { AppError, type Redacted } from '../../kernel/index.ts';
import type { LetterPost } from './letter.ts';
import { letterPdf } from './letter-pdf.ts';

/** Long enough to take in a page; the job tries again after it. */
const timeoutMs = 20_000;

/**
 * Delivers through a service that prints and mails: `POST {url}/letters` with a bearer key and JSON `{ to: string[],
 * pdf: base64 }`, and an `Idempotency-Key`, under which the same letter twice is one letter. 2xx: taken. Throws AppError
 * `letter-refused` with nothing but the status in it.
 */
export function servicePost(url: string, key: Redacted<string>): LetterPost {
  const endpoint = new URL('letters', url.endsWith('/') ? url : `${url}/`);
  return {
    async deliver(letter) {
      const pdf = (await letterPdf(letter)).toString('base64');
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${key.reveal()}`,
          'idempotency-key': letter.id,
        },
        body: JSON.stringify({ to: letter.to, pdf }),
        redirect: 'error', // the request carries the address and the code
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel(); // it may quote the address: only the status may reach a log
      if (response.ok) return;
      throw new AppError('letter-refused', { message: `the post answered ${response.status}` });
    },
  };
}
