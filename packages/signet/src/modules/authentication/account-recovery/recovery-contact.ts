import { randomBytes, randomUUID } from 'node:crypto';
import { err, ok, Redacted } from '../../../kernel/index.ts';
import { parseEmailAddress } from '../../accounts/index.ts';
import { countGuess } from '../email/confirm-email.ts';
import {
  emailCodeHash,
  emailCodeLifetime,
  emailCodeMatches,
  emailCodeTries,
  newEmailCode,
} from '../email/email-code.ts';
import { countMail } from '../email/start-sign-up.ts';
import type { Parts } from '../parts.ts';
import type { PendingEmail } from '../session/pending.ts';
import { recoveryContact, recoveryKeys } from '../session/recovery-pending.ts';
import type { Recovering } from './recovering.ts';

/** Shows that somebody without any mailbox of the account reads the one where they want to be written to. */
export const mailContactCode =
  (parts: Parts): Recovering['askContact'] =>
  async (presence, { email, language, source }) => {
    if (presence.session.aal >= 2) return err({ code: 'not-now' });
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    const counted = await countMail(parts, address.value, source);
    if (!counted.allowed) return err(counted.error);
    const { code, codeSecret } = newEmailCode();
    const id = randomUUID();
    const now = parts.clock.now().getTime();
    const written = address.value.written.reveal();
    const pending: PendingEmail = { id, codeSecret, address: written, language, sentAt: now };
    const confirmation = {
      tokenLookup: randomBytes(32),
      codeHash: emailCodeHash(codeSecret, code.reveal()),
      sealed: Buffer.alloc(0),
      person: null,
      expiresAt: new Date(now + emailCodeLifetime),
    };
    return ok(
      await parts.transact(async (tx) => {
        const next = await parts.sessions.setPending(presence, { [recoveryKeys.contact]: pending }, tx);
        await parts.confirmations.put(tx, id, confirmation, emailCodeTries);
        const values = { code: code.reveal(), minutes: emailCodeLifetime / 60_000 };
        const to = address.value.written;
        await parts.notices.send(tx, { to, lang: language, template: 'recovery-contact-code', values });
        return next;
      }),
    );
  };

export const confirmContact =
  (parts: Parts): Recovering['confirmContact'] =>
  async (presence, { code, source }, accept) => {
    const pending = recoveryContact(presence.session);
    if (!pending) return err({ code: 'not-now' });
    const allowed = await countGuess(parts, pending.address, source);
    if (!allowed.allowed) return err(allowed.error);
    const taken = await parts.confirmations.takeTry(pending.id, emailCodeTries, parts.clock.now());
    if (taken && !emailCodeMatches(pending.codeSecret, code, taken.codeHash))
      return err({ code: 'wrong-code', attemptsLeft: emailCodeTries - taken.failures });
    const address = new Redacted(pending.address);
    const next =
      taken &&
      (await parts.transact(async (tx) => {
        if (!(await parts.confirmations.remove(pending.id, tx))) return undefined;
        const patch = await accept(tx, { address, language: pending.language });
        return parts.sessions.setPending(presence, { [recoveryKeys.contact]: undefined, ...patch }, tx);
      }));
    if (!next) return err({ code: 'code-expired' });
    await allowed.attempt.succeeded();
    return ok(next);
  };
