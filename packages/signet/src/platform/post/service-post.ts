import { AppError, type Redacted } from '../../kernel/index.ts';
import type { LetterPost } from './letter.ts';
import { letterPdf } from './letter-pdf.ts';

/** The request is right, and what it asks for cannot be done (RFC 9110 section 15.5.21). */
const notMailable = 422;

/** A timeout and too many requests pass; what else is wrong with a request passes only when we change it. */
const isOurs = (status: number): boolean => status >= 400 && status < 500 && status !== 408 && status !== 429;

/** Long enough to take in a page; the job tries again after it. */
const timeoutMs = 20_000;

/**
 * Delivers through a service that prints and mails: `POST {url}/letters` with a bearer key and JSON `{ to: string[],
 * pdf: base64 }`, and an `Idempotency-Key`, under which the same letter twice is one letter. 2xx: taken. 422: no mail is
 * carried to this address. Throws AppError `letter-refused` with nothing but the status in it; any other status of the 400s
 * is our own fault, a request or a key that the service does not accept, and `onOurFault` hears of it.
 */
export function servicePost(
  url: string,
  key: Redacted<string>,
  onOurFault?: (status: number) => void,
): LetterPost {
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
      const { ok, status } = response;
      if (ok) return 'taken';
      if (status === notMailable) return 'not-mailable';
      if (isOurs(status)) onOurFault?.(status);
      throw new AppError('letter-refused', { message: `the post answered ${status}` });
    },
  };
}
