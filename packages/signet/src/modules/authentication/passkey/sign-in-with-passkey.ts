import { err, ok, type PersonId, type Result } from '../../../kernel/index.ts';
import { type Accounts, type EmailAddress, parseEmailAddress } from '../../accounts/index.ts';
import { type AuthenticatorsOf, passkeyWay, type VaultWaysIn } from '../authenticators/index.ts';
import type { Attempts } from '../limits/index.ts';
import { confirmedFor, type Presence, type Sessions } from '../session/index.ts';
import type { AnswerAlong, FinishByMailbox, SignInAs } from '../sign-in/index.ts';
import { challengeKey } from './challenges.ts';
import {
  type FoundPasskey,
  type JudgedPasskey,
  type JudgeNeeds,
  type Judgment,
  judgePasskey,
} from './judge-passkey.ts';
import type { SignInWithPasskeyError } from './outcomes.ts';
import type { Passkey } from './passkey.ts';
import type { PasskeyStore } from './postgres-passkeys.ts';
import { challengeIn, prfSecret } from './webauthn.ts';

interface Needs extends JudgeNeeds {
  readonly accounts: Pick<Accounts, 'get' | 'primaryAddress'>;
  readonly attempts: Pick<Attempts, 'atHome' | 'take'>;
  readonly authenticators: AuthenticatorsOf;
  readonly finishByMailbox: FinishByMailbox;
  readonly passkeys: Pick<PasskeyStore, 'find' | 'used'>;
  readonly sessions: Pick<Sessions, 'takePending'>;
  readonly signInAs: SignInAs;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'lookAhead' | 'openEscrow'>;
}

export const signInWithPasskey =
  (needs: Needs): Passkey['signIn'] =>
  async (
    presence,
    input,
  ): Promise<
    Result<{ readonly presence: Presence; readonly opensVault: boolean }, SignInWithPasskeyError>
  > => {
    const challenge = await challengeIn(input);
    if (!challenge.ok) {
      const { reference } = presence.from ?? {};
      needs.onRefused({ during: 'sign-in', reason: challenge.error, reference });
      return err({ code: 'not-now' });
    }
    const consume = challengeKey(challenge.value);
    if (presence.session.pending[consume] === undefined) return err({ code: 'not-now' });
    const secret = prfSecret(input.prf);
    const ahead = lookAhead(needs, input.along, secret !== undefined);
    const judgment = await judgePasskey(needs, input, challenge.value, presence.from, ahead.from);
    const judged = whoMay(input.only, judgment);
    if (!judged.ok) {
      await needs.sessions.takePending(presence, consume); // a challenge serves one answer, right or wrong
      return judged;
    }
    const { account, passkey, assertion } = judged.value;
    const unconfirmed = await unconfirmedAddress(needs, presence, judged.value);
    if (unconfirmed) {
      const mail = await needs.finishByMailbox.count(unconfirmed, input.source, account.person);
      if (!mail.ok) return mail;
    }
    const at = needs.clock.now();
    const signedIn = await needs.signInAs(presence, account, {
      event: {
        method: 'passkey',
        at,
        userVerified: assertion.userVerified,
        backupEligible: assertion.backupEligible,
      },
      consume,
      way: secret && { kind: 'passkey', ref: passkeyWay(passkey.credentialId), secret },
      lend: true,
      ways: await ahead.ways(account.person),
      along: input.along,
      opened: secret ? undefined : await needs.vaultWaysIn.openEscrow(account.person),
      accept: (tx, opened) =>
        needs.passkeys.used(tx, passkey.credentialId, {
          counter: assertion.counter,
          userVerified: assertion.userVerified,
          backedUp: assertion.backedUp,
          opensVault: secret ? opened !== undefined : passkey.opensVault,
          at,
        }),
    });
    if (!signedIn) return err({ code: 'passkey-refused' });
    const { opensVault } = signedIn.session;
    // beside a password, as the app's code is: the place is theirs, and the password goes on working there
    if (presence.session.events.some(({ method }) => method === 'password') && signedIn.session.aal >= 2)
      await needs.attempts.atHome(account.person, input.source);
    if (!unconfirmed) return ok({ presence: signedIn, opensVault });
    const { person, language } = account;
    const mailed = await needs.finishByMailbox.mail(signedIn, { address: unconfirmed, language, person });
    return ok({ presence: mailed, opensVault });
  };

/**
 * What the sign-in will ask of the person whose passkey it says it is, asked as soon as that is known: together with what it
 * is judged by.
 */
function lookAhead(
  { authenticators, vaultWaysIn }: Pick<Needs, 'authenticators' | 'vaultWaysIn'>,
  along: AnswerAlong | undefined,
  opensVault: boolean,
) {
  let asked: ReturnType<AuthenticatorsOf> | undefined;
  return {
    from({ person, credentialId }: FoundPasskey): void {
      along?.expect(person);
      if (opensVault) vaultWaysIn.lookAhead(person, { kind: 'passkey', ref: passkeyWay(credentialId) });
      asked = authenticators(person);
      asked.catch(() => undefined); // whoever waits for it hears
    },
    ways: (person: PersonId) => asked ?? authenticators(person),
  };
}

/** Looked at once the passkey was found right: whose it is, is told to its holder only. */
function whoMay(only: PersonId | undefined, judged: Judgment): Judgment {
  const { account } = judged.ok ? judged.value : {};
  return account && only && account.person !== only ? err({ code: 'another-person' }) : judged;
}

/**
 * Where the mail goes with which an unfinished account is finished (`may-bind.ts`), as after a password: for a key
 * that asked for no PIN. Undefined: the account is finished, becomes so by this, or was confirmed in this session.
 */
async function unconfirmedAddress(
  { accounts, authenticators }: Needs,
  { session }: Presence,
  { account: { person }, assertion }: JudgedPasskey,
): Promise<EmailAddress | undefined> {
  if (assertion.userVerified || (session.person === person && session.aal >= 2)) return undefined;
  if (confirmedFor(session, person) || (await authenticators(person)).finished) return undefined;
  const address = await accounts.primaryAddress(person);
  const parsed = address && parseEmailAddress(address.reveal());
  return parsed?.ok ? parsed.value : undefined;
}
