import { err, ok, type PersonId, Redacted, type Result } from '../../../kernel/index.ts';
import type { Authentication, TotpOffer } from '../authentication.ts';
import { bindAuthenticator, bindingOf } from '../authenticators/bind-authenticator.ts';
import type { EnrollTotpError, NotNow } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import { pendingKeys, totpUnderWay } from '../session/pending.ts';
import type { Presence } from '../session/session.ts';
import { newTotpSecret, totpOffer, totpStep } from './totp.ts';

/** A sealed key cannot be moved to another person. */
export const totpContext = (person: PersonId): string => `totp:${person}`;

export const startTotp =
  (parts: Parts): Authentication['startTotp'] =>
  async (presence): Promise<Result<{ readonly presence: Presence; readonly offer: TotpOffer }, NotNow>> => {
    const binding = await bindingOf(parts, presence);
    if (binding?.kind !== 'person') return err({ code: 'not-now' });
    const address = await parts.accounts.primaryAddress(binding.person);
    const kept = totpUnderWay(presence.session);
    const secret = kept ?? newTotpSecret();
    const next = kept
      ? presence
      : await parts.sessions.setPending(presence, { [pendingKeys.totp]: secret.reveal() });
    const offer = totpOffer(secret, parts.settings.serviceName, address ?? new Redacted(''));
    return ok({ presence: next, offer });
  };

/** The first code proves that the app has the key; it is used up by that (B7). */
export const confirmTotp =
  (parts: Parts): Authentication['confirmTotp'] =>
  async (presence, { code }): Promise<Result<Presence, EnrollTotpError>> => {
    const binding = await bindingOf(parts, presence);
    const secret = totpUnderWay(presence.session);
    if (binding?.kind !== 'person' || !secret) return err({ code: 'not-now' });
    const at = parts.clock.now();
    const step = totpStep(secret, code, at);
    if (step === undefined) return err({ code: 'wrong-code' });
    const { person } = binding;
    const sealed = await parts.kms.wrap('totp', Buffer.from(secret.reveal()), totpContext(person));
    const bound = await bindAuthenticator(parts)<never>(presence, binding, {
      name: 'totp',
      event: { method: 'totp', at },
      consume: pendingKeys.totp,
      async store(tx, _person, held) {
        await parts.totp.put(tx, person, sealed, step, at);
        return ok(held);
      },
    });
    return bound.ok ? bound : err({ code: 'not-now' });
  };
