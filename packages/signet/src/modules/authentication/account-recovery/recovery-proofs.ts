import { err, ok, Redacted, type Result, type Tx } from '../../../kernel/index.ts';
import { type Account, parseEmailAddress } from '../../accounts/index.ts';
import type { VaultKey } from '../../vault/index.ts';
import { judgeTotp } from '../authenticator-app/verify-app-code.ts';
import { passwordWay } from '../authenticators/vault-ways-in.ts';
import type { Parts } from '../parts.ts';
import { judgePassword } from '../password/sign-in-with-password.ts';
import { judgePhoneCode } from '../phone/verify-phone-code.ts';
import { recoveryCodeWay } from '../recovery-codes/issue-recovery-codes.ts';
import { findRecoveryCode } from '../recovery-codes/use-recovery-code.ts';
import { recoveryEmail, recoveryUnderWay } from '../session/recovery-pending.ts';
import type { AuthenticationEvent, Presence } from '../session/session.ts';
import type { Recovering, RecoveryProof, RecoveryProofError } from './recovering.ts';

type Judged = Promise<Result<RecoveryProof, RecoveryProofError>>;

/** The password of who the emailed code belongs to, by the address that it went to. */
export const passwordProof =
  (parts: Parts): Recovering['password'] =>
  async (presence, { password, source }): Judged => {
    const address = addressOf(presence);
    const account = await accountOf(parts, presence);
    if (!account || !address) return err({ code: 'not-now' });
    const judged = await judgePassword(parts, address, password, source);
    if (!judged.ok) return judged;
    const { person } = judged.value.account;
    if (person !== account.person) return err({ code: 'not-now' }); // the address moved to another account meanwhile
    const way = { kind: 'password', ref: passwordWay, secret: judged.value.vaultSecret } as const;
    const vaultKey = keyIn(await parts.waysIn.open(person, way));
    return ok({
      method: 'password',
      event: { method: 'password', at: parts.clock.now() },
      accept: async (tx) =>
        (await parts.passwords.succeeded(tx, person, judged.value.stored)) ? vaultKey : undefined,
      succeeded: judged.value.attempt.succeeded,
    });
  };

export const totpProof =
  (parts: Parts): Recovering['totp'] =>
  async (presence, { code, source }): Judged => {
    const account = await accountOf(parts, presence);
    if (!account) return err({ code: 'not-now' });
    const judged = await judgeTotp(parts, account, code, source);
    if (!judged.ok) return judged.error.code === 'wrong-code' ? doesNotMatch : err(judged.error);
    const { accept, attempt, event } = judged.value;
    const used = async (tx: Tx) => ((await accept(tx)) ? {} : undefined);
    return ok({ method: 'totp', event, accept: used, succeeded: attempt.succeeded });
  };

/** A saved code (B14). It opens the vault, and is used up with the recovery. */
export const savedCodeProof =
  (parts: Parts): Recovering['savedCode'] =>
  async (presence, { code, source }): Judged => {
    const account = await accountOf(parts, presence);
    if (!account) return err({ code: 'not-now' });
    const judged = await findRecoveryCode(parts, account, code, source);
    if (!judged.ok) return judged.error.code === 'wrong-code' ? doesNotMatch : err(judged.error);
    const { person } = account;
    const { lookup, vaultSecret } = judged.value.found;
    const ref = recoveryCodeWay(lookup);
    const vaultKey = keyIn(
      await parts.waysIn.open(person, { kind: 'recovery-code', ref, secret: vaultSecret }),
    );
    const to = await parts.tell.addressees(person);
    return ok({
      method: 'recovery-code',
      async accept(tx) {
        const left = await parts.recoveryCodes.use(tx, person, lookup, parts.clock.now());
        if (left === undefined) return undefined;
        await parts.vault.removeWayIn(tx, person, 'recovery-code', ref);
        await parts.tell.send(tx, to, 'recovery-code-used', { left });
        return vaultKey;
      },
      succeeded: judged.value.attempt.succeeded,
    });
  };

/** A code by text or call to a phone that was bound before: another method than the mailbox (B15), and restricted (B6). */
export const phoneProof =
  (parts: Parts): Recovering['phoneCode'] =>
  async (presence, input): Judged => {
    const account = await accountOf(parts, presence);
    if (!account) return err({ code: 'not-now' });
    const judged = await judgePhoneCode(parts, presence, account, input);
    if (!judged.ok)
      return 'retryAfterSeconds' in judged.error ? err(judged.error) : err({ code: 'does-not-match' });
    const { event, accept, attempt } = judged.value;
    const method = event.method === 'voice-code' ? 'voice-code' : 'text-code';
    const used = async (tx: Tx) => ((await accept(tx)) ? {} : undefined);
    return ok({ method, event, accept: used, succeeded: attempt.succeeded });
  };

/** Signed in with one factor and stuck at the second: the emailed code beside it is the pair that B15 asks for. */
export function proofOfSession({ session }: Presence): RecoveryProof | undefined {
  const underWay = recoveryUnderWay(session);
  const event = session.events.find(isSingleFactor);
  if (!underWay || session.person !== underWay.person || !event) return undefined;
  return {
    method: event.method === 'password' ? 'password' : 'passkey',
    accept: async () => ({}),
    succeeded: async () => undefined,
  };
}

const keyIn = (opened: VaultKey | 'new-way' | undefined) =>
  opened === 'new-way' ? {} : { vaultKey: opened };

const isSingleFactor = ({ method }: AuthenticationEvent): boolean =>
  method === 'password' || method === 'passkey';

const doesNotMatch = err({ code: 'does-not-match' });

function addressOf({ session }: Presence) {
  const address = recoveryEmail(session)?.address;
  const parsed = address === undefined ? undefined : parseEmailAddress(new Redacted(address).reveal());
  return parsed?.ok ? parsed.value : undefined;
}

async function accountOf({ accounts }: Parts, { session }: Presence): Promise<Account | undefined> {
  const underWay = recoveryUnderWay(session);
  const account = underWay && (await accounts.get(underWay.person));
  return account?.status === 'active' ? account : undefined;
}
