import type { Agency } from './agency.ts';
import { FreshBrowser, type Reply } from './browser.ts';
import { appCode, jsonOf, type OpenedAccount } from './open-account.ts';

/** One whole sign-in in a browser with no session, the person's own: the agency's request to the agency's claims. */
export type SignIn = () => Promise<void>;

const scope = 'openid email';

/** At the bare provider nobody is asked anything. */
export const bareSignIn =
  (agency: Agency, issuer: string): SignIn =>
  async () => {
    const begun = await agency.begin(issuer, { scope });
    const back = await new FreshBrowser(issuer).follow(begun.authorizeUrl, {}, agency.redirectUri);
    const claims = await agency.finish(begun, back.url);
    if (!claims.email) throw new Error('no email');
  };

/** What an agency asks that shows a person their records. */
const provenPerson = (issuer: string) => ({
  scope: 'openid email identity ssn',
  acr_values: `${issuer}/assurance/ial2-aal2`,
});

export const passkeySignIn =
  (agency: Agency, issuer: string, account: OpenedAccount): SignIn =>
  () =>
    throughSignet(agency, issuer, ownBrowser(issuer, account), (browser, page) =>
      byPasskey(agency, account, browser, page),
    );

/** Opened anew: it has no session, and is known for theirs. */
const ownBrowser = (issuer: string, { known }: OpenedAccount): FreshBrowser =>
  new FreshBrowser(issuer, known);

/** Back after an hour away, in a browser that was left open: one factor goes on (B11). `leave` lets the hour pass. */
export function resumeSignIn(
  agency: Agency,
  issuer: string,
  account: OpenedAccount,
  leave: () => Promise<void>,
): SignIn {
  const browser = ownBrowser(issuer, account);
  const begun = throughSignet(agency, issuer, browser, (from, page) =>
    byPasskey(agency, account, from, page),
  );
  return async () => {
    await begun;
    await leave();
    await throughSignet(agency, issuer, browser, (from, page) => byPasskey(agency, account, from, page));
  };
}

/** The passkey button of this page, whose options come along or are asked for. */
async function byPasskey(
  agency: Agency,
  { authenticator }: OpenedAccount,
  browser: FreshBrowser,
  page: Reply,
): Promise<Back> {
  const brought = attributeOf(page, 'options');
  const asked = brought
    ? JSON.parse(brought)
    : jsonOf(await browser.post(passkeyOf(page, 'options-url'), page, {}));
  const answer = authenticator.get(asked as never);
  const signedIn = await browser.post(passkeyOf(page, 'verify-url'), page, {
    purpose: 'signin',
    leads: 'to-agency',
    ...answer,
  });
  const { redirect } = jsonOf(signedIn) as { redirect: string };
  return browser.follow(redirect, {}, agency.redirectUri);
}

/** What the page tells its passkey button. */
function passkeyOf(page: Reply, attribute: string): string {
  const value = attributeOf(page, attribute);
  if (!value) throw new Error(`a passkey button without ${attribute} (${page.status})`);
  return value;
}

const attributeOf = (page: Reply, attribute: string): string | undefined =>
  new RegExp(`<signet-passkey[^>]* ${attribute}="([^"]*)"`)
    .exec(page.body)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** `rewind` lets the same code count again: a person's next one would be 30 s away (B7). */
export const passwordSignIn =
  (agency: Agency, issuer: string, account: OpenedAccount, rewind: () => Promise<void>): SignIn =>
  async () => {
    await rewind();
    await throughSignet(agency, issuer, ownBrowser(issuer, account), async (browser, page) => {
      const { email, password, totpKey } = account;
      const factor = await browser.submit('/sign-in', page, { email, password });
      return browser.submit('/sign-in/code', factor, { code: appCode(totpKey) }, agency.redirectUri);
    });
  };

/** The first time, the person is asked what the agency may see. */
export async function giveConsent(agency: Agency, issuer: string, account: OpenedAccount): Promise<void> {
  await throughSignet(agency, issuer, ownBrowser(issuer, account), async (browser, page) => {
    const factor = await browser.submit('/sign-in', page, account as unknown as Record<'email', string>);
    const code = appCode(account.totpKey);
    const question = await browser.submit('/sign-in/code', factor, { code }, agency.redirectUri);
    return browser.submit(
      `${question.url.pathname}/consent`,
      question,
      { answer: 'agree' },
      agency.redirectUri,
    );
  });
}

type Back = Reply & { readonly url: URL };

async function throughSignet(
  agency: Agency,
  issuer: string,
  browser: FreshBrowser,
  authenticate: (browser: FreshBrowser, page: Reply) => Promise<Back>,
): Promise<void> {
  const begun = await agency.begin(issuer, provenPerson(issuer));
  const page = await browser.follow(begun.authorizeUrl);
  const back = await authenticate(browser, page);
  if (!back.url.href.startsWith(agency.redirectUri)) throw new Error(`stopped at ${back.url.pathname}`);
  const claims = await agency.finish(begun, back.url);
  if (!claims.email || !claims.family_name || !claims.social_security_number)
    throw new Error('claims are missing');
}
