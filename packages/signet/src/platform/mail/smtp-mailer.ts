import { createTransport } from 'nodemailer';
import type { Redacted } from '../../kernel/index.ts';
import type { Mailer } from './mailer.ts';

/** `demanded`: an encrypted connection to a server with a valid certificate, or nothing is sent. */
export type MailTls = 'demanded' | 'taken-where-offered';

/**
 * Delivers through an SMTP server, `smtp://user:password@host:port` or `smtps://`. Mail holds sign-in codes and recovery
 * links, and the login goes before it: neither leaves in clear where TLS is demanded (A26). Only what the address says for
 * this is read: a query would reach the library as options, and one of them turns TLS off.
 */
export function smtpMailer(url: Redacted<string>, from: string, mailTls: MailTls): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url.reveal());
  const secure = protocol === 'smtps:';
  const transport = createTransport(
    {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      requireTLS: mailTls === 'demanded',
      tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
      ...(username === '' ? {} : { auth: { user: decoded(username), pass: decoded(password) } }),
    },
    { from },
  );
  return {
    async deliver({ to, subject, text, html }) {
      await transport.sendMail({ to, subject, text, ...(html === undefined ? {} : { html }) });
    },
  };
}

const decoded = (part: string): string => decodeURIComponent(part);
