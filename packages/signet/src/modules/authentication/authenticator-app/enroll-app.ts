import { z } from 'zod';
import { type Clock, err, ok, type PersonId, Redacted, type Result } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { Binder } from '../authenticators/index.ts';
import type { NotNow, Presence, Session, Sessions } from '../session/index.ts';
import type { AuthenticatorApp, TotpOffer } from './authenticator-app.ts';
import type { EnrollTotpError } from './outcomes.ts';
import type { TotpKeys } from './ports.ts';
import type { TotpStore } from './postgres-totp.ts';
import { newTotpSecret, totpOffer, totpStep } from './totp.ts';

/** A sealed key cannot be moved to another person. */
export const totpContext = (person: PersonId): string => `totp:${person}`;

/** Where a session's `pending` keeps a key that no code has confirmed yet. */
const keyUnderWay = 'authentication.totp';

function totpUnderWay({ pending }: Session): Redacted<string> | undefined {
  const secret = z.string().optional().parse(pending[keyUnderWay]);
  return secret === undefined ? undefined : new Redacted(secret);
}

interface Needs {
  readonly accounts: Pick<Accounts, 'primaryAddress'>;
  readonly binder: Binder;
  readonly clock: Clock;
  readonly kms: TotpKeys;
  /** As apps show it above the code. */
  readonly serviceName: string;
  readonly sessions: Pick<Sessions, 'setPending'>;
  readonly totp: Pick<TotpStore, 'put'>;
}

export const startApp =
  (needs: Needs): AuthenticatorApp['start'] =>
  async (presence): Promise<Result<{ readonly presence: Presence; readonly offer: TotpOffer }, NotNow>> => {
    const binding = await needs.binder.bindingOf(presence);
    if (binding?.kind !== 'person') return err({ code: 'not-now' });
    const address = await needs.accounts.primaryAddress(binding.person);
    const kept = totpUnderWay(presence.session);
    const secret = kept ?? newTotpSecret();
    const next = kept
      ? presence
      : await needs.sessions.setPending(presence, { [keyUnderWay]: secret.reveal() });
    const offer = totpOffer(secret, needs.serviceName, address ?? new Redacted(''));
    return ok({ presence: next, offer });
  };

/** The first code proves that the app has the key; it is used up by that (B7). */
export const confirmApp =
  (needs: Needs): AuthenticatorApp['confirm'] =>
  async (presence, { code }): Promise<Result<Presence, EnrollTotpError>> => {
    const binding = await needs.binder.bindingOf(presence);
    const secret = totpUnderWay(presence.session);
    if (binding?.kind !== 'person' || !secret) return err({ code: 'not-now' });
    const at = needs.clock.now();
    const step = totpStep(secret, code, at);
    if (step === undefined) return err({ code: 'wrong-code' });
    const { person } = binding;
    const sealed = await needs.kms.wrap('totp', Buffer.from(secret.reveal()), totpContext(person));
    const bound = await needs.binder.bind<never>(presence, binding, {
      name: 'totp',
      event: { method: 'totp', at },
      consume: keyUnderWay,
      async store(tx, _person, held) {
        await needs.totp.put(tx, person, sealed, step, at);
        return ok(held);
      },
    });
    return bound.ok ? bound : err({ code: 'not-now' });
  };
