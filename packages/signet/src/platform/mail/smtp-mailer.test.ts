import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type MailServer,
  mailCertificate,
  openMailServer,
} from '../../../../../test/support/sites/mail-server.ts';
import { Redacted } from '../../kernel/index.ts';
import { smtpMailer } from './index.ts';

const mail = {
  id: 'mail-1',
  channel: 'mail',
  to: 'ana@mail.example',
  subject: 'Your sign-in code',
  text: 'The code is 431092.',
} as const;

const trusted = getCACertificates('default');
let server: MailServer;
const open = async (startTls: 'offered' | 'not-offered') => {
  server = await openMailServer(startTls);
};
afterEach(() => server.close());

const send = (query = '', host = 'localhost') => {
  const url = new Redacted(`smtp://signet:pass%2Fword-of-mail@${host}:${server.port}${query}`);
  return smtpMailer(url, 'no-reply@signet.example', 'demanded').deliver(mail);
};

/** What must never be read on the way: the message, its addressee, and the login in each form that it is sent in. */
function nothingOfValue(lines: readonly string[]): void {
  const heard = lines.join('\n');
  for (const plain of ['431092', 'ana@mail.example', 'pass/word-of-mail', 'AUTH'])
    expect(heard).not.toContain(plain);
  expect(heard).not.toContain(Buffer.from('pass/word-of-mail').toString('base64').slice(0, 12));
}

describe('finding S12: mail and its login leave encrypted, or not at all', () => {
  it('attack, a server (or somebody on the way) that offers no STARTTLS gets neither', async () => {
    await open('not-offered');
    await expect(send()).rejects.toThrow();
    nothingOfValue(server.inClear);
  });

  it('attack, a certificate that nobody vouches for: neither', async () => {
    await open('offered');
    await expect(send()).rejects.toThrow(/self.signed/);
    nothingOfValue([...server.inClear, ...server.encrypted]);
  });

  it.each(['?ignoreTLS=true', '?requireTLS=false', '?tls.rejectUnauthorized=false', '?secure=false'])(
    'an option in the address does not turn it off: %s',
    async (query) => {
      await open('not-offered');
      await expect(send(query)).rejects.toThrow();
      nothingOfValue(server.inClear);
    },
  );

  describe('with a certificate that is vouched for', () => {
    beforeEach(() => setDefaultCACertificates([...trusted, mailCertificate]));
    afterAll(() => setDefaultCACertificates(trusted));

    it('the mail arrives, all of it after the encryption began', async () => {
      await open('offered');
      await send();
      nothingOfValue(server.inClear);
      expect(server.encrypted.join('\n')).toContain('The code is 431092.');
      const login = Buffer.from('\0signet\0pass/word-of-mail').toString('base64');
      expect(server.encrypted).toContain(`AUTH PLAIN ${login}`);
    });
  });
});
