import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';

export interface FormLimits {
  /** How long a body may be. */
  readonly bytes: number;
  /** How many fields a form may have. */
  readonly fields: number;
}

/** More than any form that people fill in. */
export const ordinaryForm: FormLimits = { bytes: 64 * 1024, fields: 200 };

/** How many fields a body of this type has, as far as it matters: counted no further than `most`. */
const fieldsOf: ReadonlyMap<string, (body: string, most: number) => number> = new Map([
  ['application/x-www-form-urlencoded', (body, most) => body.split('&', most).length],
  ['multipart/form-data', (body, most) => body.split('\n--', most + 1).length - 1],
]);

/**
 * Answers 413 to a body that is longer than a form may be, or that has more fields: taking a form apart costs by the
 * square of their number, so half a megabyte of `a&a&a…` would keep everybody else waiting for most of a second.
 */
export const formLimit =
  (limits: Partial<FormLimits> = {}): MiddlewareHandler =>
  async (c, next) => {
    await refuseOverlong(c, { ...ordinaryForm, ...limits });
    await next();
  };

/** The same by its declared length alone, which costs nothing; for where the rest is looked at later. */
export const declaredLimit =
  ({ bytes }: Pick<FormLimits, 'bytes'>): MiddlewareHandler =>
  async (c, next) => {
    if (Number(c.req.header('content-length') ?? 0) > bytes) throw tooLarge();
    await next();
  };

/** The fields of a posted form. One that cannot be read (a multipart body without its boundary) has none. */
export async function postedFields(
  c: Context,
  limits: FormLimits = ordinaryForm,
): Promise<Record<string, unknown>> {
  await refuseOverlong(c, limits);
  return c.req.parseBody().catch(() => ({}));
}

async function refuseOverlong(c: Context, { bytes, fields }: FormLimits): Promise<void> {
  if (c.req.raw.bodyUsed) return; // it was read, and so looked at before
  await bodyLimit({ maxSize: bytes })(c, async () => undefined);
  const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  const count = fieldsOf.get(type ?? '');
  if (count === undefined || !c.req.raw.body) return;
  const body = Buffer.from(await c.req.raw.arrayBuffer());
  if (count(body.toString('latin1'), fields + 1) > fields) throw tooLarge();
  c.req.raw = new Request(c.req.raw, { body });
}

const tooLarge = (): HTTPException =>
  new HTTPException(413, { res: new Response('Payload Too Large', { status: 413 }) });
