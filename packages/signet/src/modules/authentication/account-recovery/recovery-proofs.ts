import { type Clock, err, ok, Redacted, type Result, type Tx } from '../../../kernel/index.ts';
import { type Account, type Accounts, parseEmailAddress } from '../../accounts/index.ts';
import type { Vault, VaultKey } from '../../vault/index.ts';
import type { JudgeTotp } from '../authenticator-app/index.ts';
import {
  passwordWay,
  recoveryCodeWay,
  type SecurityNotices,
  type VaultWaysIn,
} from '../authenticators/index.ts';
import type { JudgePassword } from '../password/index.ts';
import type { JudgePhoneCode } from '../phone/index.ts';
import type { FindRecoveryCode, RecoveryCodeStore } from '../recovery-codes/index.ts';
import {
  type AuthenticationEvent,
  type Presence,
  recoveryEmail,
  recoveryUnderWay,
} from '../session/index.ts';
import type { RecoveryProof, RecoveryProofError, RecoverySteps } from './recovery-steps.ts';

interface AccountOfNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
}

interface SavedCodeNeeds extends AccountOfNeeds {
  readonly clock: Clock;
  readonly findRecoveryCode: FindRecoveryCode;
  readonly recoveryCodes: Pick<RecoveryCodeStore, 'use'>;
  readonly securityNotices: Pick<SecurityNotices, 'addressees' | 'send'>;
  readonly vault: Pick<Vault, 'removeWayIn'>;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'open'>;
}

/** What the proofs beside the emailed code are judged by: each in the room of its way in. */
export interface ProofNeeds extends SavedCodeNeeds {
  readonly judgePassword: JudgePassword;
  readonly judgePhoneCode: JudgePhoneCode;
  readonly judgeTotp: JudgeTotp;
}

type Judged = Promise<Result<RecoveryProof, RecoveryProofError>>;

/** The password of whom the emailed code belongs to, by the address that it went to. */
export const passwordProof =
  (
    needs: AccountOfNeeds & {
      readonly clock: Clock;
      readonly judgePassword: JudgePassword;
      readonly vaultWaysIn: Pick<VaultWaysIn, 'open'>;
    },
  ): RecoverySteps['password'] =>
  async (presence, { password, source }): Judged => {
    const address = addressOf(presence);
    const account = await accountOf(needs, presence);
    if (!account || !address) return err({ code: 'not-now' });
    const judged = await needs.judgePassword(address, password, source);
    if (!judged.ok) return judged;
    const { person } = judged.value.account;
    if (person !== account.person) return err({ code: 'not-now' }); // the address moved to another account meanwhile
    const way = { kind: 'password', ref: passwordWay, secret: judged.value.vaultSecret } as const;
    const vaultKey = keyIn(await needs.vaultWaysIn.open(person, way));
    return ok({
      method: 'password',
      event: { method: 'password', at: needs.clock.now() },
      accept: async (tx) => ((await judged.value.accept(tx)) ? vaultKey : undefined),
      succeeded: judged.value.attempt.succeeded,
    });
  };

export const totpProof =
  (needs: AccountOfNeeds & { readonly judgeTotp: JudgeTotp }): RecoverySteps['totp'] =>
  async (presence, { code, source }): Judged => {
    const account = await accountOf(needs, presence);
    if (!account) return err({ code: 'not-now' });
    const judged = await needs.judgeTotp(account, code, source);
    if (!judged.ok) return judged.error.code === 'wrong-code' ? doesNotMatch : err(judged.error);
    const { accept, attempt, event } = judged.value;
    const used = async (tx: Tx) => ((await accept(tx)) ? {} : undefined);
    return ok({ method: 'totp', event, accept: used, succeeded: attempt.succeeded });
  };

/** A saved code (B14). It opens the vault, and is used up with the recovery. */
export const savedCodeProof =
  (needs: SavedCodeNeeds): RecoverySteps['savedCode'] =>
  async (presence, { code, source }): Judged => {
    const account = await accountOf(needs, presence);
    if (!account) return err({ code: 'not-now' });
    const judged = await needs.findRecoveryCode(account, code, source);
    if (!judged.ok) return judged.error.code === 'wrong-code' ? doesNotMatch : err(judged.error);
    const { person } = account;
    const { lookup, vaultSecret } = judged.value.found;
    const ref = recoveryCodeWay(lookup);
    const vaultKey = keyIn(
      await needs.vaultWaysIn.open(person, { kind: 'recovery-code', ref, secret: vaultSecret }),
    );
    const to = await needs.securityNotices.addressees(person);
    return ok({
      method: 'recovery-code',
      async accept(tx) {
        const left = await needs.recoveryCodes.use(tx, person, lookup, needs.clock.now());
        if (left === undefined) return undefined;
        await needs.vault.removeWayIn(tx, person, 'recovery-code', ref);
        await needs.securityNotices.send(tx, to, 'recovery-code-used', { left });
        return vaultKey;
      },
      succeeded: judged.value.attempt.succeeded,
    });
  };

/** A code by text or call to a phone that was bound before: another method than the mailbox (B15), and restricted (B6). */
export const phoneProof =
  (needs: AccountOfNeeds & { readonly judgePhoneCode: JudgePhoneCode }): RecoverySteps['phoneCode'] =>
  async (presence, input): Judged => {
    const account = await accountOf(needs, presence);
    if (!account) return err({ code: 'not-now' });
    const judged = await needs.judgePhoneCode(presence, account, input);
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

async function accountOf({ accounts }: AccountOfNeeds, { session }: Presence): Promise<Account | undefined> {
  const underWay = recoveryUnderWay(session);
  const account = underWay && (await accounts.get(underWay.person));
  return account?.status === 'active' ? account : undefined;
}
