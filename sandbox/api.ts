import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';

/** Lets only callers through that carry the key, compared by digest so that time tells nothing about it. */
export function bearer(apiKey: string): MiddlewareHandler {
  const expected = digest(`Bearer ${apiKey}`);
  return async (c, next) => {
    if (!timingSafeEqual(digest(c.req.header('authorization') ?? ''), expected)) {
      return c.json({ error: 'unauthorized' }, 401, { 'www-authenticate': 'Bearer' });
    }
    await next();
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Refuses a body of more than `kib` KiB before it is read. */
export function atMost(kib: number): MiddlewareHandler {
  return bodyLimit({ maxSize: kib * 1024, onError: (c) => c.json({ error: 'too-large' }, 413) });
}

/** The body by its schema, or the 400 that names the fields at fault without repeating their values. */
export async function readJson<T>(
  c: Context,
  schema: z.ZodType<T>,
): Promise<{ readonly body: T } | { readonly refusal: Response }> {
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined));
  if (parsed.success) return { body: parsed.data };
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
  return { refusal: c.json({ error: 'invalid-request', fields }, 400) };
}
