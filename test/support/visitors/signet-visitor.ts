import type { DocumentKind } from '../../../packages/signet/src/modules/evidence/index.ts';
import { CookieBrowser, type Visit } from '../browser/cookie-browser.ts';
import type { TestSignet } from '../sites/signet.ts';
import { codeIn, goodPassword, totpCode } from '../worlds/authentication-world.ts';

/** Somebody with an account, made through the pages, and the browser they are signed in with at AAL2. */
export interface Visitor {
  readonly browser: CookieBrowser;
  readonly email: string;
  readonly password: string;
  readonly totpKey: string;
  readonly recoveryCodes: readonly string[];
}

/** A Signet whose mail a test can read. */
type Site = Pick<TestSignet, 'origin' | 'mailTo'>;

/** The token that a page's forms send back. */
export const csrfIn = ({ body }: Pick<Visit, 'body'>): string =>
  /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

export const headingIn = ({ body }: Pick<Visit, 'body'>): string =>
  (/<h1[^>]*>(?:<label[^>]*>)?([^<]+)/.exec(body)?.[1] ?? '').trim();

/** A form of this very page, as a browser would send it. */
export async function submit(
  browser: CookieBrowser,
  page: Visit,
  action: string,
  fields: Readonly<Record<string, string>> = {},
  options: { stopAt?: string } = {},
): Promise<Visit> {
  const form = new RegExp(`<form[^>]*action="${action.replaceAll(/[/?]/g, '\\$&')}"[\\s\\S]*?</form>`).exec(
    page.body,
  );
  if (!form)
    throw new Error(`no form for ${action} on "${headingIn(page)}" (${page.status} ${page.url.pathname})`);
  const hidden = [...form[0].matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const kept = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  return browser.post(new URL(action, page.url), { ...kept, ...fields }, {}, options);
}

/** On to the first photo of a case: nobody else's is read. */
export async function goToFirstPhoto(
  { origin }: Pick<Site, 'origin'>,
  browser: CookieBrowser,
  document: DocumentKind = 'license',
): Promise<Visit> {
  const start = await browser.visit(`${origin}/verify`);
  const consent = await submit(browser, start, '/verify', { document });
  return submit(browser, consent, '/verify/consent', { agree: 'yes' });
}

let made = 0;

export const freshEmail = (): string => `visitor-${Date.now().toString(36)}-${made++}@mail.example`;

/** From nothing to signed in at AAL2, each page as a person meets it. */
export async function makeAccount(world: Site, from = new CookieBrowser()): Promise<Visitor> {
  const email = freshEmail();
  const codePage = await askForCode(world, from, email);
  const passwordPage = await submit(from, codePage, '/sign-up/code', {
    code: await emailedCode(world, email),
  });
  await submit(from, passwordPage, '/sign-up/password', { password: goodPassword });
  const appPage = await from.visit(`${world.origin}/sign-up/app`);
  const totpKey = totpKeyIn(appPage);
  const shown = await submit(from, appPage, '/sign-up/app', { code: totpCode(totpKey, new Date()) });
  const recoveryCodes = [...shown.body.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code = '']) => code);
  await submit(from, shown, '/recovery-codes/saved');
  return { browser: from, email, password: goodPassword, totpKey, recoveryCodes };
}

export async function askForCode(world: Site, browser: CookieBrowser, email: string): Promise<Visit> {
  return submit(browser, await browser.visit(`${world.origin}/sign-up`), '/sign-up', { email });
}

export async function emailedCode(world: Site, email: string): Promise<string> {
  const mail = (await world.mailTo(email)).at(-1);
  if (!mail) throw new Error(`no mail to ${email}`);
  return codeIn(mail);
}

export const totpKeyIn = ({ body }: Visit): string =>
  (/class="signet-key">([^<]+)</.exec(body)?.[1] ?? '').replaceAll(' ', '');

/** The app's next code: each is taken once (B7), and the one after is within the clock's tolerance. */
export const nextCode = ({ totpKey }: Visitor): string => totpCode(totpKey, new Date(Date.now() + 30_000));

/** Password and code in a browser of its own. A visitor signs in like this once: the app has no third code yet. */
export async function signIn(
  world: Pick<Site, 'origin'>,
  visitor: Visitor,
  browser = new CookieBrowser(),
  options: { stopAt?: string } = {},
): Promise<{ browser: CookieBrowser; page: Visit }> {
  const { email, password } = visitor;
  const start = await browser.visit(`${world.origin}/sign-in`);
  const factor = await submit(browser, start, '/sign-in', { email, password });
  const page = await submit(browser, factor, '/sign-in/code', { code: nextCode(visitor) }, options);
  return { browser, page };
}
