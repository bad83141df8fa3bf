import { createServer, type Server } from 'node:http';
import { Secret, TOTP } from 'otpauth';
import {
  type SoftwareAuthenticator,
  softwareAuthenticator,
} from '../test/support/visitors/software-authenticator.ts';
import { FreshBrowser, type Reply } from './browser.ts';

/** A person with every way in: a passkey that opens the vault, a password, an authenticator app. */
export interface OpenedAccount {
  readonly email: string;
  readonly password: string;
  readonly totpKey: string;
  readonly authenticator: SoftwareAuthenticator;
  /** What the browser in which it was made is known by. */
  readonly known: string | undefined;
}

const password = 'measured horse battery';

/** Makes the account as a person would, page by page. `codeFor` gives the newest emailed code. */
export async function openAccount(
  origin: string,
  email: string,
  codeFor: (email: string) => Promise<string>,
): Promise<OpenedAccount> {
  const browser = new FreshBrowser(origin);
  const authenticator = softwareAuthenticator({ origin });
  const mailed = await browser.submit('/sign-up', await browser.send('/sign-up'), { email });
  let page: Reply = await browser.submit('/sign-up/code', mailed, { code: await codeFor(email) });
  page = await browser.submit('/sign-up/password', page, { password });
  const offer = await browser.send('/sign-up/app');
  const totpKey = /class="signet-key">([^<]+)</.exec(offer.body)?.[1]?.replaceAll(' ', '');
  if (!totpKey) throw new Error(`no key for an authenticator app: ${offer.status} ${offer.body}`);
  await browser.submit('/sign-up/app', offer, { code: appCode(totpKey) });
  const codes = await browser.send('/recovery-codes');
  await browser.submit('/recovery-codes/saved', codes, {});
  await registerPasskey(browser, authenticator);
  return { email, password, totpKey, authenticator, known: browser.known() };
}

async function registerPasskey(browser: FreshBrowser, authenticator: SoftwareAuthenticator): Promise<void> {
  const page = await browser.follow('/sign-in'); // any page: its token is what counts
  const options = jsonOf(await browser.post('/passkey/register/options', page, {}));
  const made = authenticator.create(options as never);
  const registered = await browser.post('/passkey/register/verify', page, { purpose: 'register', ...made });
  const { prfOptions } = jsonOf(registered) as { prfOptions?: unknown };
  if (!prfOptions) return;
  const asserted = authenticator.get(prfOptions as never);
  jsonOf(await browser.post('/passkey/register/verify', page, { purpose: 'prf', ...asserted }));
}

export function jsonOf(reply: Reply): unknown {
  if (reply.status !== 200) throw new Error(`expected 200, got ${reply.status}: ${reply.body.slice(0, 500)}`);
  return JSON.parse(reply.body);
}

export const appCode = (key: string): string => new TOTP({ secret: Secret.fromBase32(key) }).generate();

/** Where Signet's mail arrives while accounts are opened. */
export async function openMailbox(port: number): Promise<{
  readonly server: Server;
  codeFor(email: string): Promise<string>;
}> {
  const codes = new Map<string, string>();
  const waiting = new Map<string, (code: string) => void>();
  const server = createServer(async (req, res) => {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    const { to, text } = JSON.parse(Buffer.concat(parts).toString()) as { to: string; text: string };
    const code = /^\d{6}$/m.exec(text)?.[0];
    if (code) {
      codes.set(to, code);
      waiting.get(to)?.(code);
    }
    res.writeHead(200).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    server,
    codeFor: (email) =>
      new Promise((resolve) => {
        const code = codes.get(email);
        if (code) resolve(code);
        else waiting.set(email, resolve);
      }),
  };
}
