import { err, ok, type Result } from '../../../kernel/index.ts';
import { parseEmailAddress } from '../../accounts/index.ts';
import type { Authentication } from '../authentication.ts';
import { type Binding, bindAuthenticator, bindingOf } from '../authenticators/bind-authenticator.ts';
import { passwordWay } from '../authenticators/vault-ways-in.ts';
import type { SetPasswordError } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import type { Presence } from '../session/session.ts';
import { passwordProblem } from './password.ts';
import { derivePassword, newHashParameters } from './password-hash.ts';

export const setPassword =
  (parts: Parts): Authentication['setPassword'] =>
  async (presence, { password }): Promise<Result<Presence, SetPasswordError>> => {
    const binding = await bindingOf(parts, presence);
    const address = binding && (await addressOf(parts, binding));
    if (!binding || !address) return err({ code: 'not-now' });
    const { serviceName } = parts.settings;
    const problem = passwordProblem(password.reveal(), { serviceName, address });
    if (problem) return err(problem);
    if (await parts.leakedPasswords?.has(password)) return err({ code: 'password-leaked' });
    const place = parts.hashQueue.enter(presence.session.id);
    if (!place) return err({ code: 'busy' });
    try {
      const parameters = newHashParameters();
      const { verifier, vaultSecret } = await place.run(() => derivePassword(password, parameters));
      const peppered = await parts.kms.mac('password-pepper', verifier);
      const at = parts.clock.now();
      return await bindAuthenticator(parts)<never>(presence, binding, {
        name: 'password',
        event: { method: 'password', at },
        endsOtherSessions: true,
        async store(tx, person, held) {
          await parts.passwords.put(tx, person, { ...parameters, verifier: peppered }, at);
          // The old password's wrap goes in any case: it must not open what the new one stands for.
          await parts.vault.removeWayIn(tx, person, 'password', passwordWay);
          const way = { kind: 'password', ref: passwordWay, secret: vaultSecret } as const;
          return ok(await parts.waysIn.give(tx, person, [way], held));
        },
      });
    } finally {
      place.leave();
    }
  };

async function addressOf({ accounts }: Pick<Parts, 'accounts'>, binding: Binding) {
  if (binding.kind === 'new-account') return binding.signUp.address;
  const primary = await accounts.primaryAddress(binding.person);
  const parsed = primary && parseEmailAddress(primary.reveal());
  return parsed?.ok ? parsed.value : undefined;
}
