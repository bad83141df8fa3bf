import type { CookieBrowser, Visit } from './cookie-browser.ts';

/** Sends the page's form that goes to `action`, with what is filled in already and what the test types. */
export async function sendForm(
  browser: CookieBrowser,
  page: Visit,
  action: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<Visit> {
  const [, form] = new RegExp(`<form[^>]*action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(page.body) ?? [];
  if (form === undefined) throw new Error(`no form to ${action} on ${page.url.pathname}`);
  const filled: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    const isChoice = ['radio', 'checkbox'].includes(read('type'));
    if (!isChoice || / checked/.test(input)) filled[read('name')] = read('value');
  }
  return browser.post(`${page.url.origin}${action}`, { ...filled, ...typed });
}
