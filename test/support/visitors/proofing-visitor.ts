import { CookieBrowser } from '../browser/cookie-browser.ts';
import { type ProofingSite, sessionCookie, waitingRequest } from '../sites/proofing-site.tsx';

/** A browser without script in which somebody is signed in, on the pages of `site`. */
export function visitorOf(site: ProofingSite, source?: string, { onTheWay = true } = {}) {
  const browser = new CookieBrowser(source ? { 'x-forwarded-for': source } : {});
  browser.setCookie(sessionCookie.name, sessionCookie.value);
  if (onTheWay) browser.setCookie('signet_request', waitingRequest.uid); // counts where the request waits
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    browser.visit(site.url + path, { headers });
  const token = async () => /name="csrf" value="([^"]+)"/.exec((await get('/verify')).body)?.[1] ?? '';
  return {
    get,
    token,
    cookie: (name: string) => browser.cookie(name),
    post: async (path: string, form: Record<string, string> = {}) =>
      browser.post(site.url + path, { csrf: form.csrf ?? (await token()), ...form }),
    async upload(path: string, photo: File | undefined) {
      const form = new FormData();
      form.set('csrf', await token());
      form.set('photo', photo ?? new File([], ''));
      const cookie = `${sessionCookie.name}=${sessionCookie.value}; signet_form=${browser.cookie('signet_form')}`;
      const answer = await fetch(site.url + path, {
        method: 'POST',
        body: form,
        headers: { cookie, origin: site.url },
        redirect: 'manual',
      });
      return {
        status: answer.status,
        location: answer.headers.get('location'),
        body: (await answer.text()).replaceAll('&quot;', '"'),
      };
    },
  };
}

/** The words of the page's heading, whether or not it is a field's label. */
export const headingOf = (body: string): string | undefined =>
  /<h1[^>]*>(?:<label[^>]*>)?([^<]+)/.exec(body)?.[1];
