import { err, ok, Redacted } from '../../../kernel/index.ts';
import { decideAal } from '../../assurance/index.ts';
import type { Parts } from '../parts.ts';
import { phoneKeys } from '../phone/phone-code.ts';
import { openNumber } from '../phone/phone-number-seal.ts';
import { notNowWhenSessionEnded } from '../session/not-now-when-session-ended.ts';
import {
  recoveredFrom,
  recoveryContact,
  recoveryKeys,
  recoveryUnderWay,
} from '../session/recovery-pending.ts';
import { confirmRecoveryCode } from './confirm-recovery-code.ts';
import { mailRecoveryCode, recoveryAddress } from './mail-recovery-code.ts';
import type { Recovering } from './recovering.ts';
import { confirmContact, mailContactCode } from './recovery-contact.ts';
import { passwordProof, phoneProof, proofOfSession, savedCodeProof, totpProof } from './recovery-proofs.ts';

/** The part of authentication that recovery stands on. */
export function createRecovering(parts: Parts): Recovering {
  const { accounts, audit, sessions } = parts;
  return {
    addressUnderWay: recoveryAddress,
    ask: notNowWhenSessionEnded(mailRecoveryCode(parts)),
    confirm: notNowWhenSessionEnded(confirmRecoveryCode(parts)),
    askContact: notNowWhenSessionEnded(mailContactCode(parts)),
    contactUnderWay({ session }) {
      const pending = recoveryContact(session);
      return pending && new Redacted(pending.address);
    },
    confirmContact: confirmContact(parts),
    async countCase(address, source) {
      const subject = (await accounts.digestOf(address)).toString('base64url');
      const taken = await parts.attempts.take('recovery-case', subject, source);
      return taken.allowed ? ok('counted') : err(taken.error);
    },
    async phonesToTell(person) {
      const texted = (await parts.phones.of(person)).filter(({ kind }) => kind === 'text');
      return Promise.all(texted.map(({ id, number }) => openNumber(parts.kms, person, id, number)));
    },
    async countStart(person, source) {
      const taken = await parts.attempts.take('recovery', person, source);
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
    password: passwordProof(parts),
    totp: totpProof(parts),
    savedCode: savedCodeProof(parts),
    phoneCode: phoneProof(parts),
    ofSession: proofOfSession,
    async begin(tx, presence, underWay, proof, subject) {
      const { person } = underWay;
      const accepted = await proof.accept(tx);
      if (!accepted) return undefined;
      const { vaultKey } = accepted;
      await parts.waysBeforeRecovery.keep(tx, underWay.recovery, person, parts.clock.now());
      const own = presence.session.person === undefined || presence.session.person === person;
      const renewed = own
        ? await sessions.addEvent(presence, proof.event, { person, vaultKey, tx })
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
        [recoveryKeys.recovered]: { ...underWay, at: parts.clock.now() },
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
