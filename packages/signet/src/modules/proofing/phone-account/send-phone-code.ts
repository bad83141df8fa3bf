import { randomUUID } from 'node:crypto';
import {
  err,
  newSixDigitCode,
  ok,
  type PersonId,
  Redacted,
  type Result,
  type Tx,
} from '../../../kernel/index.ts';
import { type PhoneNumber, parsePhoneNumber } from '../../records/index.ts';
import {
  type CaseView,
  type LiveCase,
  mayAnswer,
  type NotNow,
  ownerOf,
  withAnswers,
} from '../cases/index.ts';
import { type Answers, afterChange, type PhoneAnswer } from '../flow/index.ts';
import { allowText } from './allow-text.ts';
import type { PhoneError, TextError } from './errors.ts';
import { isLandline } from './is-landline.ts';
import { isLive, phoneCodeHash } from './phone-code.ts';
import { unlessLimited } from './phone-limits.ts';
import type { PhoneNeeds } from './ports.ts';

type NumberGiven = Extract<PhoneAnswer, { kind: 'number' }>;

/**
 * Takes the number of the person's phone account and texts a code to it, unless its carrier says that none would arrive.
 * The same number again sends nothing while its code still counts, so that a second click, or a second tab, makes no
 * second text.
 */
export async function givePhone(
  needs: PhoneNeeds,
  person: PersonId,
  typed: Redacted<string>,
): Promise<Result<CaseView, PhoneError>> {
  const number = parsePhoneNumber(typed.reveal(), needs.profile);
  if (number.ok && (await isLandline(needs, person, new Redacted(number.value))))
    return err({ code: 'refused', why: 'gets-no-texts' });
  return sendText<PhoneError>(needs, person, (open, now, withCode) => {
    if (!mayAnswer(open, 'phone')) return err({ code: 'not-now' });
    if (!number.ok) return err({ code: 'refused', why: number.error });
    const { answers } = open.contents;
    const before = answers.phone;
    const same = before?.kind === 'number' && before.number === number.value;
    const phone: NumberGiven = same ? before : { kind: 'number', entry: randomUUID(), number: number.value };
    const { phoneCode } = answers;
    const stands = phoneCode && 'confirmedAt' in phoneCode;
    if (same && (stands || isLive(phoneCode, now, needs.settings.phoneCodeLifetime))) return ok(open);
    return ok(withCode(open, { ...afterChange(answers, 'phone'), phone }, phone));
  });
}

/** Texts a new code to the number given; the one sent before counts no more. */
export function resendPhoneCode(needs: PhoneNeeds, person: PersonId): Promise<Result<CaseView, TextError>> {
  return sendText<TextError>(needs, person, (open, now, withCode) => {
    const { phone, phoneCode } = open.contents.answers;
    if (!mayAnswer(open, 'phone-code') || phone?.kind !== 'number') return err({ code: 'not-now' });
    const again = againAt(needs, phoneCode);
    if (again > now) return err({ code: 'too-many-texts', again });
    return ok(withCode(open, open.contents.answers, phone));
  });
}

function againAt(needs: PhoneNeeds, code: Answers['phoneCode']): Date {
  const sent = code && 'sentAt' in code ? Date.parse(code.sentAt) : 0;
  return new Date(sent + needs.settings.textAgainAfter);
}

/** A person without a phone of their own goes on to someone who looks; what was said before is undone. */
export function sayNoPhone(cases: PhoneNeeds['cases'], person: PersonId): Promise<Result<CaseView, NotNow>> {
  return cases.change<NotNow>(person, (open) => {
    if (!mayAnswer(open, 'phone')) return err('not-now');
    const { answers } = open.contents;
    if (answers.phone?.kind === 'none') return ok(open);
    const phone = { kind: 'none', entry: randomUUID() } as const;
    return ok(withAnswers(open, { ...afterChange(answers, 'phone'), phone }));
  });
}

type WithCode = (open: LiveCase, answers: Answers, phone: NumberGiven) => LiveCase;

/** Case, count, sealed message, its job and the audit entry in one transaction: a code exists where its text does. */
function sendText<E>(
  needs: PhoneNeeds,
  person: PersonId,
  apply: (open: LiveCase, now: Date, withCode: WithCode) => Result<LiveCase, E>,
): Promise<Result<CaseView, E | { readonly code: NotNow } | TextError>> {
  const code = newSixDigitCode();
  return unlessLimited('too-many-texts', () =>
    needs.cases.change<E>(
      person,
      (open, now) =>
        apply(open, now, (of, answers, phone) => {
          const hash = phoneCodeHash(of.key, phone.entry, code.reveal());
          return withAnswers(of, { ...answers, phoneCode: { hash, sentAt: now.toISOString() } });
        }),
      (tx, changed) => text(needs, tx, changed, code),
    ),
  );
}

async function text(needs: PhoneNeeds, tx: Tx, of: LiveCase, code: Redacted<string>): Promise<void> {
  const { phone, phoneCode } = of.contents.answers;
  if (phone?.kind !== 'number' || !phoneCode || !('hash' in phoneCode)) return;
  const { settings, codes, textCode, cases } = needs;
  const sentAt = new Date(phoneCode.sentAt);
  const number = new Redacted(phone.number as PhoneNumber);
  await allowText(needs, tx, of.person, number, sentAt);
  await codes.add(tx, of, { kind: 'sent', number, at: sentAt });
  const until = new Date(sentAt.getTime() + settings.phoneCodeLifetime);
  await textCode(tx, ownerOf(of), {
    to: number,
    code,
    until,
    minutes: settings.phoneCodeLifetime / 60_000,
  });
  await cases.record(tx, of, 'proofing.phone-code-sent');
}
