import { err, ok } from '../../../kernel/index.ts';
import type { EmailAddress } from '../../accounts/index.ts';
import { decideAal } from '../../assurance/index.ts';
import { phoneKeys } from '../phone/index.ts';
import type { WaysBeforeRecovery } from '../removal/index.ts';
import {
  notNowWhenSessionEnded,
  recoveredFrom,
  recoveryKeys,
  recoveryUnderWay,
  type Sessions,
} from '../session/index.ts';
import { type ConfirmNeeds, confirmRecoveryCode, confirmRecoveryLink } from './confirm-recovery-code.ts';
import { type MailNeeds, mailRecoveryCode, recoveryAddress } from './mail-recovery-code.ts';
import {
  type ProofNeeds,
  passwordProof,
  phoneProof,
  proofOfSession,
  savedCodeProof,
  totpProof,
} from './recovery-proofs.ts';
import type { RecoverySteps } from './recovery-steps.ts';

export type StepNeeds = Omit<ConfirmNeeds & MailNeeds & ProofNeeds, 'sessions'> & {
  readonly sessions: Pick<Sessions, 'renew' | 'begin' | 'endAll' | 'setPending'>;
  readonly waysBeforeRecovery: Pick<WaysBeforeRecovery, 'keep'>;
};

export function createRecoverySteps(needs: StepNeeds): RecoverySteps {
  const { accounts, attempts, audit, clock, sessions, waysBeforeRecovery } = needs;
  return {
    addressUnderWay: recoveryAddress,
    ask: notNowWhenSessionEnded(mailRecoveryCode(needs)),
    confirm: notNowWhenSessionEnded(confirmRecoveryCode(needs)),
    confirmByLink: notNowWhenSessionEnded(confirmRecoveryLink(needs)),
    async countCase(about, contact, source) {
      const digestOf = async (address: EmailAddress) =>
        (await accounts.digestOf(address)).toString('base64url');
      const account = typeof about === 'string' ? about : await digestOf(about);
      const subject = `${account} ${await digestOf(contact)}`;
      const taken = await attempts.take('recovery-case', subject, source);
      return taken.allowed ? ok('counted') : err(taken.error);
    },
    async countStart(person, source) {
      const taken = await attempts.take('recovery', person, source);
      return taken.allowed ? ok('counted') : err(taken.error);
    },
    remember: (tx, presence, underWay) =>
      sessions.setPending(presence, { [recoveryKeys.underWay]: underWay }, tx),
    forget: (presence) =>
      sessions.setPending(presence, {
        [recoveryKeys.email]: undefined,
        [recoveryKeys.underWay]: undefined,
      }),
    underWay: ({ session }) => recoveryUnderWay(session),
    password: passwordProof(needs),
    totp: totpProof(needs),
    savedCode: savedCodeProof(needs),
    phoneCode: phoneProof(needs),
    ofSession: proofOfSession,
    async begin(tx, presence, underWay, proof, subject) {
      const { person } = underWay;
      const accepted = await proof.accept(tx);
      if (!accepted) return undefined;
      const { vaultKey } = accepted;
      await waysBeforeRecovery.keep(tx, underWay.recovery, person, clock.now());
      const own = presence.session.person === undefined || presence.session.person === person;
      const renewed = own
        ? await sessions.renew(presence, { event: proof.event, person, vaultKey, tx })
        : await sessions.begin(
            {
              person,
              events: proof.event ? [proof.event] : [],
              vaultKey,
              previous: presence,
            },
            tx,
          );
      const done = {
        [recoveryKeys.email]: undefined,
        [recoveryKeys.underWay]: undefined,
        [phoneKeys.signIn]: undefined,
        [recoveryKeys.recovered]: { ...underWay, at: clock.now() },
      };
      const next = await sessions.setPending(renewed, done, tx);
      await sessions.endAll(person, next, tx);
      await audit.record(tx, {
        action: 'recovery.succeeded',
        actor: { kind: 'person' },
        subject,
        details: { method: proof.method, aal: decideAal(next.session.events).aal },
      });
      return next;
    },
    recovered: ({ session }) => recoveredFrom(session),
    settled: (presence, tx) => sessions.setPending(presence, { [recoveryKeys.recovered]: undefined }, tx),
  };
}
