import { type Clock, err, ok, type Redacted, type Result } from '../../../kernel/index.ts';
import { type Accounts, parseEmailAddress } from '../../accounts/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { Vault } from '../../vault/index.ts';
import { type Binder, type Binding, passwordWay, type VaultWaysIn } from '../authenticators/index.ts';
import { type HashQueue, type TooManyAttempts, wideNetworkOf } from '../limits/index.ts';
import type { Presence } from '../session/index.ts';
import { newPasswordLimits } from './limits.ts';
import type { SetPasswordError } from './outcomes.ts';
import type { Password } from './password.ts';
import { derivePassword, newHashParameters } from './password-hash.ts';
import { passwordProblem } from './password-rules.ts';
import type { LeakedPasswords, PasswordKeys } from './ports.ts';
import type { PasswordStore } from './postgres-passwords.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'digestOf' | 'primaryAddress'>;
  readonly binder: Binder;
  readonly clock: Clock;
  readonly hashQueue: HashQueue;
  readonly kms: PasswordKeys;
  readonly leakedPasswords?: LeakedPasswords | undefined;
  readonly passwords: Pick<PasswordStore, 'put'>;
  readonly quotas: Quotas;
  /** No password is the service's own name. */
  readonly serviceName: string;
  readonly vault: Pick<Vault, 'removeWayIn'>;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'give'>;
}

export const addressForPassword =
  (
    needs: Pick<Needs, 'binder'> & { readonly accounts: Pick<Accounts, 'primaryAddress'> },
  ): Password['addressFor'] =>
  async (presence): Promise<Redacted<string> | undefined> => {
    const binding = await needs.binder.bindingOf(presence);
    return binding && (await addressOf(needs.accounts, binding))?.written;
  };

export const setPassword =
  (needs: Needs): Password['set'] =>
  async (presence, { password }): Promise<Result<Presence, SetPasswordError>> => {
    const binding = await needs.binder.bindingOf(presence);
    const address = binding && (await addressOf(needs.accounts, binding));
    if (!binding || !address) return err({ code: 'not-now' });
    const { serviceName } = needs;
    const problem = passwordProblem(password.reveal(), { serviceName, address });
    if (problem) return err(problem);
    if (await needs.leakedPasswords?.has(password)) return err({ code: 'password-leaked' });
    const refused = (await needs.binder.addressTaken(presence, binding)) ?? (await tooMany(needs, binding));
    if (refused) return err(refused);
    const place = needs.hashQueue.enter(sharesPlacesWith(presence));
    if (!place) return err({ code: 'busy' });
    try {
      const parameters = newHashParameters();
      const { verifier, vaultSecret } = await place.run(() => derivePassword(password, parameters));
      const peppered = await needs.kms.mac('password-pepper', verifier);
      const at = needs.clock.now();
      return await needs.binder.bind<never>(presence, binding, {
        name: 'password',
        event: { method: 'password', at },
        endsOtherSessions: true,
        async store(tx, person, held) {
          await needs.passwords.put(tx, person, { ...parameters, verifier: peppered }, at);
          // The old password's wrap goes in any case: it must not open what the new one stands for.
          await needs.vault.removeWayIn(tx, person, 'password', passwordWay);
          const way = { kind: 'password', ref: passwordWay, secret: vaultSecret } as const;
          return ok(await needs.vaultWaysIn.give(tx, person, [way], held));
        },
      });
    } finally {
      place.leave();
    }
  };

/** As a sign-in does: however many sessions one network begins, its share of the places stays the same. */
const sharesPlacesWith = ({ from, session }: Presence): string =>
  from ? wideNetworkOf(from.source) : session.id;

async function tooMany(
  { accounts, clock, quotas }: Needs,
  binding: Binding,
): Promise<TooManyAttempts | undefined> {
  const of =
    binding.kind === 'person'
      ? binding.person
      : (await accounts.digestOf(binding.signUp.address)).toString('base64url');
  const taken = await quotas.take([{ limit: newPasswordLimits['an-hour'], of: [of] }]);
  if (taken.allowed) return undefined;
  const retryAfterSeconds = Math.ceil((taken.until.getTime() - clock.now().getTime()) / 1000);
  return { code: 'too-many-attempts', retryAfterSeconds };
}

async function addressOf(accounts: Pick<Accounts, 'primaryAddress'>, binding: Binding) {
  if (binding.kind === 'new-account') return binding.signUp.address;
  const primary = await accounts.primaryAddress(binding.person);
  const parsed = primary && parseEmailAddress(primary.reveal());
  return parsed?.ok ? parsed.value : undefined;
}
