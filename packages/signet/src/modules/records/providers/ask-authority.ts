import type { z } from 'zod';
import { err, ok, type Result } from '../../../kernel/index.ts';
import type { RecordsUnavailable } from '../ports.ts';

/** Where an authority answers and how it knows us. */
export interface AuthoritySettings {
  readonly url: string; // base, with or without a slash at the end
  readonly key: string; // bearer key
  /** An authority that has not answered by then is taken for unavailable; the job asks again. */
  readonly timeoutMs: number;
}

/** An answer is a few hundred bytes; reading more would let an authority fill our memory. */
const maxAnswerBytes = 64 * 1024;

/**
 * One question to one authority. Anything but a timely 200 with the agreed JSON is `unavailable`: nothing is
 * concluded about a person from a broken answer, and when to ask again is the job's matter. Redirects are not
 * followed, since the question carries personal data.
 */
export async function askAuthority<Answer>(
  settings: AuthoritySettings,
  path: string,
  question: object,
  answer: z.ZodType<Answer>,
): Promise<Result<Answer, RecordsUnavailable>> {
  try {
    const response = await fetch(new URL(path, withSlash(settings.url)), {
      method: 'POST',
      headers: { authorization: `Bearer ${settings.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(question),
      redirect: 'error',
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return err('unavailable');
    }
    const read = answer.safeParse(JSON.parse(await textOf(response)));
    return read.success ? ok(read.data) : err('unavailable');
  } catch {
    // Timeout, refused connection, redirect, too much, or no JSON. The cause can quote the question, so it stays here.
    return err('unavailable');
  }
}

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxAnswerBytes) throw new Error('answer too large'); // leaving the loop cancels the body
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
