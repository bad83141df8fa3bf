import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { openCookie, sealCookie } from './sealed.ts';

/** Long enough to find the phone and sign in again; what was typed is not kept for another day. */
const SECONDS = 60 * 60;
/** With the seal it stays well below what a browser takes as one cookie. In bytes. */
const AT_MOST = 2400;

const keptSchema = z.object({
  subject: z.string(),
  page: z.string(),
  fields: z.record(z.string(), z.string()),
});

export interface KeptForm {
  /** Its owner: nobody else who signs in on the same browser gets it. */
  readonly subject: string;
  /** The path of the page that the form stands on. */
  readonly page: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * What a person had filled in when their session ran out, in a cookie that only the agency can open: it stays with the
 * browser it was typed in, and is gone after an hour.
 */
export function keptForms(options: { prefix: string; key: Uint8Array; secure: boolean }) {
  const name = `${options.secure ? '__Host-' : ''}${options.prefix}_kept`;
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure: options.secure } as const;

  return {
    /** False when it is too much to keep; what was kept before is then no longer what was typed last. */
    async keep(c: Context, form: KeptForm): Promise<boolean> {
      if (Buffer.byteLength(JSON.stringify(form)) > AT_MOST) {
        deleteCookie(c, name, attributes);
        return false;
      }
      const sealed = await sealCookie(options.key, { ...form }, SECONDS);
      setCookie(c, name, sealed, { ...attributes, maxAge: SECONDS });
      return true;
    },

    /** What this person had filled in on this page. It stays until it is dropped, for the page may not be shown yet. */
    async find(
      c: Context,
      { subject, page }: Omit<KeptForm, 'fields'>,
    ): Promise<KeptForm['fields'] | undefined> {
      const sealed = getCookie(c, name);
      if (sealed === undefined) return undefined;
      const kept = keptSchema.safeParse(await openCookie(options.key, sealed));
      return kept.success && kept.data.subject === subject && kept.data.page === page
        ? kept.data.fields
        : undefined;
    },

    drop(c: Context): void {
      deleteCookie(c, name, attributes);
    },
  };
}
