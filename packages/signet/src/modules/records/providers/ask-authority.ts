import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../../kernel/index.ts';
import type { RecordsUnavailable } from '../ports.ts';

/** Where an authority answers and how it knows us. */
export interface AuthoritySettings {
  readonly url: string; // base, with or without a slash at the end
  readonly key: string; // bearer key
  /** An authority that has not answered by then is taken for unavailable; the job asks again. */
  readonly timeoutMs: number;
  /** Hears of each question that brought no answer, and why. */
  readonly onNoAnswer?: (why: NoAnswer) => void;
}

/** Why an authority gave no answer that can be used. Holds nothing of the question, which is about a person. */
export interface NoAnswer {
  readonly path: string;
  /** The id of the request, which the authority has as well: the two can speak about it. */
  readonly reference: string;
  /**
   * `refused` is our own fault: the authority does not accept the request as we wrote it, or our key. `another-reference`:
   * it answered a question that was not ours, about somebody else.
   */
  readonly reason: 'refused' | 'failed' | 'malformed' | 'silent' | 'another-reference';
  readonly status?: number;
  /** Names of the fields that the authority refuses, where it says so. */
  readonly fields?: readonly string[];
  /** The code of a connection that could not be had, such as ECONNREFUSED. */
  readonly code?: string;
}

/** An answer is a few hundred bytes; reading more would let an authority fill our memory. */
const maxAnswerBytes = 64 * 1024;

/**
 * One question to one authority. Anything but a timely 200 with the agreed JSON and the question's own reference is no
 * answer: nothing is concluded about a person from a broken one, or from what was said about another, and when to ask again
 * is the job's matter. Redirects are not followed, since the question carries personal data.
 */
export async function askAuthority<Answer>(
  settings: AuthoritySettings,
  path: string,
  question: object,
  answer: z.ZodType<Answer>,
): Promise<Result<Answer, RecordsUnavailable>> {
  const reference = randomUUID();
  const noAnswer = (why: Omit<NoAnswer, 'path' | 'reference'>) => {
    settings.onNoAnswer?.({ path, reference, ...why });
    return err(why.reason === 'refused' ? ('refused' as const) : ('unavailable' as const));
  };
  try {
    const response = await send(settings, path, { ...question, reference });
    if (response.status !== 200) {
      const { status } = response;
      const ours = status >= 400 && status < 500 && status !== 408 && status !== 429;
      if (ours) return noAnswer({ reason: 'refused', status, ...(await fieldsNamed(response)) });
      await response.body?.cancel();
      return noAnswer({ reason: 'failed', status });
    }
    const body: unknown = JSON.parse(await textOf(response));
    const envelope = referenced.safeParse(body);
    const read = answer.safeParse(body);
    if (!envelope.success || !read.success) return noAnswer({ reason: 'malformed', status: 200 });
    if (envelope.data.reference !== reference) return noAnswer({ reason: 'another-reference', status: 200 });
    return ok(read.data);
  } catch (error) {
    // Timeout, refused connection, redirect, too much, or no JSON. Its words can quote the question, so they stay here.
    const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
    if (error instanceof SyntaxError) return noAnswer({ reason: 'malformed', status: 200 });
    return noAnswer({ reason: 'silent', ...(typeof code === 'string' ? { code } : {}) });
  }
}

const send = (
  { url, key, timeoutMs }: AuthoritySettings,
  path: string,
  question: object,
): Promise<Response> =>
  fetch(new URL(path, withSlash(url)), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(question),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });

/** What an answer repeats of its question, so that one that was meant for another is known. */
const referenced = z.object({ reference: z.string() });

/** The names of the fields at fault. What else a refusal says may repeat what was sent. */
async function fieldsNamed(response: Response): Promise<Pick<NoAnswer, 'fields'>> {
  try {
    return refusal.parse(JSON.parse(await textOf(response)));
  } catch {
    return {}; // says nothing that may be repeated
  }
}

const refusal = z.object({ fields: z.array(z.string().regex(/^[A-Za-z][A-Za-z.]{0,40}$/)).max(20) });

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
