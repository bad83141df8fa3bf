import { createTransport } from 'nodemailer';
import type { Redacted } from '../../kernel/index.ts';
import type { Mailer } from './mailer.ts';

/** Delivers through an SMTP server, `smtp://user:password@host:port` or `smtps://`. */
export function smtpMailer(url: Redacted<string>, from: string): Mailer {
  const transport = createTransport(url.reveal(), { from });
  return {
    async deliver({ to, subject, text, html }) {
      await transport.sendMail({ to, subject, text, ...(html === undefined ? {} : { html }) });
    },
  };
}
