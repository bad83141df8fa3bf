import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../../../kernel/index.ts';
import { codePhoneOf, type PhoneNumber } from '../../records/index.ts';
import type { Binder } from '../authenticators/index.ts';
import type { Attempts } from '../limits/index.ts';
import type { Presence, Sessions } from '../session/index.ts';
import type { ConfirmPhoneError } from './outcomes.ts';
import type { Phone } from './phone.ts';
import { isCode, isLive, type NewPhone, newPhoneIn, newPhoneTries, phoneKeys } from './phone-code.ts';
import { numberDigest, sealNumber } from './phone-number-seal.ts';
import type { PhoneKeys } from './ports.ts';
import type { PhoneStore } from './postgres-phones.ts';
import { type RemovePhoneNeeds, removePhone } from './remove-phone.ts';
import { methodOf } from './verify-phone-code.ts';

interface Needs extends RemovePhoneNeeds {
  readonly attempts: Pick<Attempts, 'take'>;
  readonly binder: Binder;
  readonly kms: PhoneKeys;
  readonly phones: Pick<PhoneStore, 'add' | 'remove'>;
  readonly sessions: Pick<Sessions, 'setPending'>;
}

/** The person who types the code holds the phone. Another number is another binding, with a notice of its own (B6, B13, B16). */
export const confirmPhone =
  (needs: Needs): Phone['confirm'] =>
  async (presence, { code, source }): Promise<Result<Presence, ConfirmPhoneError>> => {
    const binding = await needs.binder.bindingOf(presence);
    const pending = newPhoneIn(presence.session);
    if (binding?.kind !== 'person') return err({ code: 'not-now' });
    if (!pending) return err({ code: 'code-expired' });
    const allowed = await needs.attempts.take('phone-code', binding.person, source);
    if (!allowed.allowed) return err(allowed.error);
    const tried = await countTry(needs, presence);
    if (!tried) return err({ code: 'code-expired' });
    const { phone } = tried;
    if (!isCode(phone, code)) return err({ code: 'wrong-code' });
    if (phone.changedHands) return err({ code: 'phone-changed-hands' });
    await allowed.attempt.succeeded();
    return bind(needs, tried.presence, phone);
  };

/** Counted before it is judged, so that no number of requests at once gets more tries (B4). */
async function countTry(
  { clock, sessions }: Needs,
  presence: Presence,
): Promise<{ readonly presence: Presence; readonly phone: NewPhone } | undefined> {
  const next = await sessions.setPending(presence, (pending) => {
    const held = newPhoneIn({ pending });
    return held ? { [phoneKeys.binding]: { ...held, tries: held.tries + 1 } } : {};
  });
  const phone = newPhoneIn(next.session);
  if (!phone || phone.tries > newPhoneTries || !isLive(phone, clock.now())) return undefined;
  return { presence: next, phone };
}

async function bind(
  needs: Needs,
  presence: Presence,
  pending: NewPhone,
): Promise<Result<Presence, ConfirmPhoneError>> {
  const binding = await needs.binder.bindingOf(presence);
  if (binding?.kind !== 'person') return err({ code: 'not-now' });
  const { person } = binding;
  const at = needs.clock.now();
  const number = pending.number as PhoneNumber;
  const id = randomUUID();
  const [sealed, digest] = await Promise.all([
    sealNumber(needs.kms, person, id, number),
    numberDigest(needs.kms, codePhoneOf(number)),
  ]);
  const bound = await needs.binder.bind<never>(presence, binding, {
    name: 'phone',
    about: `phone:${id}`,
    event: { method: methodOf(pending.by), at },
    consume: phoneKeys.binding,
    endsOtherSessions: pending.replaces !== undefined,
    async store(tx, _person, held) {
      if (pending.replaces) await removePhone(needs, tx, person, pending.replaces, digest);
      await needs.phones.add(tx, person, { id, kind: pending.by, number: sealed, digest }, at);
      return ok(held);
    },
  });
  return bound.ok ? bound : err({ code: 'not-now' });
}
