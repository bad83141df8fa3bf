import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { err, ok, Redacted, type Result } from '../../kernel/index.ts';

/** An address as it was typed (trimmed), and the form two spellings of one mailbox share. */
export interface EmailAddress {
  readonly written: Redacted<string>;
  readonly normalized: Redacted<string>;
}

const longest = 254; // RFC 5321 §4.5.3.1.3, less the angle brackets
const html5Email = z.string().max(longest).regex(z.regexes.html5Email);

/**
 * Reads what a person typed. Two spellings are one mailbox when they differ only in letter case, Unicode form or
 * the domain's script: stricter folding (dots, plus tags) would join mailboxes that some providers keep apart.
 */
export function parseEmailAddress(typed: string): Result<EmailAddress, 'not-an-address'> {
  const written = typed.trim().normalize('NFC');
  const at = written.lastIndexOf('@');
  const domain = domainToASCII(written.slice(at + 1));
  const ascii = `${written.slice(0, at)}@${domain}`;
  if (at < 1 || !domain.includes('.') || !html5Email.safeParse(ascii).success) return err('not-an-address');
  return ok({ written: new Redacted(ascii), normalized: new Redacted(ascii.toLowerCase()) });
}

/** "b•••@mail.example": enough to know one's own by, in a message that others might read. */
export function maskAddress(written: Redacted<string>): string {
  const [local = '', domain = ''] = written.reveal().split('@');
  return `${local.slice(0, 1)}•••@${domain}`;
}
