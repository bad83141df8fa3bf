import type { CookieBrowser, Visit } from '../support/browser/cookie-browser.ts';
import type { TestSignet } from '../support/sites/signet.ts';
import { submit } from '../support/visitors/signet-visitor.ts';

/** RP-initiated logout: opens the question, and answers it as one of its two buttons would. */
export async function askToSignOut(
  { origin }: TestSignet,
  browser: CookieBrowser,
  params: Readonly<Record<string, string>>,
): Promise<{ question: Visit; answer: (fields: Readonly<Record<string, string>>) => Promise<Visit> }> {
  const url = new URL('/oauth/sign-out', origin);
  for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
  const question = await browser.visit(url);
  return {
    question,
    answer: (fields) =>
      submit(browser, question, `${origin}/oauth/sign-out/confirm`, fields, { stopAt: 'https://' }),
  };
}
