import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { AppError } from '../kernel/index.ts';
import { followTab, type WebContext, type WebEnv } from '../web/request/index.ts';
import { csrfField, csrfHeader, requestField } from '../web/ui/index.ts';

/**
 * A secret of this browser. Its cookie is read by no script and sent with no form of another site (SameSite=Lax); it
 * comes along when a link leads here, so that a page opened from a mail has a form that works.
 */
export function formKey(c: WebContext, secure: boolean): string {
  const name = secure ? '__Host-signet_form' : 'signet_form';
  const given = getCookie(c, name);
  if (given && /^[\w-]{22}$/.test(given)) return given;
  const made = randomBytes(16).toString('base64url');
  setCookie(c, name, made, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
  return made;
}

export const formToken = (key: string): string =>
  createHmac('sha256', key).update('form').digest('base64url');

/**
 * Every POST is checked twice (B12): the browser's own word on where it comes from, and a token that only our page
 * in this browser holds. Answers 403; the page says to load the form again.
 */
export const checkFormToken =
  (origin: string, refuse: (c: WebContext) => Response | Promise<Response>): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const site = c.req.header('sec-fetch-site');
    const from = c.req.header('origin');
    const ours = (site === undefined || site === 'same-origin') && (from === undefined || from === origin);
    if (!ours || !(await hasToken(c))) return refuse(c);
    followTab(c, c.req.query(requestField) ?? (await bodyOf(c))[requestField]);
    return next();
  };

async function hasToken(c: WebContext): Promise<boolean> {
  const given = c.req.header(csrfHeader) ?? (await bodyOf(c))[csrfField];
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(c.var.visit.formToken)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The form, parsed once a request. Throws AppError `bad-form` (400) for a body that is not what it says it is. */
async function bodyOf(c: WebContext) {
  try {
    return await c.req.parseBody();
  } catch (cause) {
    throw new AppError('bad-form', { status: 400, cause });
  }
}
