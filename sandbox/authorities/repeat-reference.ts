import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';

const asked = z.object({ reference: z.string().max(64) });

/** An answer repeats the reference of its question, so that the two belong together whatever lies between. */
export const repeatReference: MiddlewareHandler = async (c, next) => {
  await next();
  const question = asked.safeParse(await c.req.json().catch(() => undefined));
  if (!question.success || c.res.status !== 200) return;
  const said: unknown = await c.res.json();
  c.res = c.json({ ...Object(said), reference: question.data.reference });
};
