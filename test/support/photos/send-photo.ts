import type { CookieBrowser, Visit } from '../browser/cookie-browser.ts';
import { csrfIn } from '../visitors/signet-visitor.ts';

/** For tests: sends a photo as the page's own form does, and follows to the page that comes of it. */
export async function sendPhoto(
  browser: CookieBrowser,
  origin: string,
  role: string,
  photo: Buffer,
  more: Readonly<Record<string, string>> = {},
  base: '/verify' | '/phone' = '/verify',
): Promise<Visit> {
  const page = await browser.visit(`${origin}${base}/${role}`);
  const form = new FormData();
  form.set('csrf', csrfIn(page));
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  form.set('photo', new File([new Uint8Array(photo)], `${role}.jpg`, { type: 'image/jpeg' }));
  const answer = await fetch(`${origin}${base}/${role}`, {
    method: 'POST',
    headers: { ...browser.ownHeaders, cookie: browser.cookieHeader(), origin },
    redirect: 'manual',
    body: form,
  });
  const to = answer.headers.get('location');
  if (to) return browser.visit(new URL(to, origin).href);
  return {
    url: new URL(answer.url),
    status: answer.status,
    headers: answer.headers,
    body: await answer.text(),
  };
}
