import {
  type Clock,
  err,
  ok,
  type PersonId,
  type Redacted,
  type Result,
  type Transact,
  type Tx,
} from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Notices } from '../../notices/index.ts';
import { type CodeBy, codePhoneOf } from '../../records/index.ts';
import { deviceOf, type PlaceOf } from '../../risk/index.ts';
import type { SecurityNotices } from '../authenticators/index.ts';
import {
  DuplicateSubmission,
  type Presence,
  pendingKeys,
  recoveryUnderWay,
  type Sessions,
  unlessDuplicateSubmission,
} from '../session/index.ts';
import type { SendPhoneCodeError } from './outcomes.ts';
import type { Phone } from './phone.ts';
import {
  isDuplicateSubmission,
  newPhoneCode,
  phoneCodeLifetime,
  phoneKeys,
  type SignInCodeSent,
  signInCodeIn,
} from './phone-code.ts';
import { changeIsRecent, type LineReport, type LookUpLine } from './phone-line.ts';
import { masked, openNumber } from './phone-number-seal.ts';
import type { PhoneSends } from './phone-send-limits.ts';
import { waysTo } from './phone-ways.ts';
import type { PhoneKeys, PhoneSettings } from './ports.ts';
import type { PhoneStore, StoredPhone } from './postgres-phones.ts';

/** What any code to a phone takes. */
export interface SendNeeds {
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly lookUpLine: LookUpLine;
  readonly notices: Pick<Notices, 'call' | 'text'>;
  readonly phoneSends: PhoneSends;
  readonly placeOf: PlaceOf;
  readonly sessions: Pick<Sessions, 'load' | 'setPending'>;
  readonly transact: Transact;
}

interface Needs extends SendNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly kms: Pick<PhoneKeys, 'unwrap'>;
  readonly phones: Pick<PhoneStore, 'of' | 'tell'>;
  readonly securityNotices: Pick<SecurityNotices, 'addressees' | 'send'>;
  readonly settings: Pick<PhoneSettings, 'calls'>;
}

/**
 * A code in the place of a second factor. Only somebody who gave the password already asks for it: nobody else can make a
 * stranger's phone ring. Limits come first, since asking a carrier costs money too.
 */
export const sendPhoneCode =
  (needs: Needs): Phone['sendCode'] =>
  async (presence, { phone: id, by, agency, source }): Promise<Result<Presence, SendPhoneCodeError>> => {
    const account = await askingFor(needs, presence);
    const phone = account && (await needs.phones.of(account.person)).find((one) => one.id === id);
    if (!account || !phone || !waysTo(phone.kind, needs.settings.calls).includes(by))
      return err({ code: 'not-now' });
    const now = needs.clock.now();
    const earlier = signInCodeIn(presence.session);
    if (earlier?.phone === id && isDuplicateSubmission(earlier, by, now)) return ok(presence);
    const number = await openNumber(needs.kms, account.person, id, phone.number);
    const refused = await mayCost(needs, account, number, source);
    if (refused) return err(refused);
    const line = await needs.lookUpLine(number);
    if (line.changedHands) {
      await tellOfChange(needs, account.person, phone, masked(number.reveal()));
      await needs.sessions.setPending(presence, { [pendingKeys.phoneChangedHands]: true }); // a signal, whatever comes next
      return err({ code: 'phone-changed-hands' });
    }
    const code = newPhoneCode();
    const sent: SignInCodeSent = {
      code: code.reveal(),
      by,
      sentAt: now.getTime(),
      phone: id,
    };
    return ok(
      await unlessDuplicateSubmission(needs.sessions, presence, () =>
        needs.transact(async (tx) => {
          const next = await needs.sessions.setPending(
            presence,
            (held) => {
              const other = signInCodeIn({ pending: held });
              if (
                other?.phone === id &&
                other.sentAt !== earlier?.sentAt &&
                isDuplicateSubmission(other, by, now)
              )
                throw new DuplicateSubmission();
              const signal = line.changedBefore ? { [pendingKeys.phoneChangedHands]: true } : {};
              return { [phoneKeys.signIn]: sent, ...signal };
            },
            tx,
          );
          const from = askedFrom(needs, presence);
          const values = { code: code.reveal(), agency: agency?.[account.language], from };
          const until = new Date(now.getTime() + phoneCodeLifetime);
          const message = {
            to: number,
            template: 'sign-in-code',
            lang: account.language,
            values,
            until,
          } as const;
          await (by === 'text' ? needs.notices.text(tx, message) : needs.notices.call(tx, message));
          await recordSent(needs, tx, account, by, line);
          return next;
        }),
      ),
    );
  };

/** What a message says of who asked for it. */
export function askedFrom({ placeOf }: Pick<SendNeeds, 'placeOf'>, { from }: Presence) {
  return from ? { device: deviceOf(from), place: placeOf(from.source) } : {};
}

/** Undefined where the person here gave no password: then a code proves nothing yet (B6). */
async function askingFor({ accounts }: Needs, { session }: Presence): Promise<Account | undefined> {
  const { person, aal, events } = session;
  // who reads the account's mailbox may try to get back in with the phone (B15)
  const underWay = recoveryUnderWay(session);
  if (underWay && (!person || person === underWay.person)) return activeAccount(accounts, underWay.person);
  if (!person || (aal < 2 && !events.some(({ method }) => method === 'password'))) return undefined;
  return activeAccount(accounts, person);
}

async function activeAccount(accounts: Needs['accounts'], person: PersonId): Promise<Account | undefined> {
  const account = await accounts.get(person);
  return account?.status === 'active' ? account : undefined;
}

/** Counts a text or call before it is sent. What is refused stands in the audit log: an operator looks for fraud there. */
export async function mayCost(
  { phoneSends, transact, audit }: SendNeeds,
  account: Account,
  number: Redacted<Parameters<typeof codePhoneOf>[0]>,
  source: string,
) {
  const phone = codePhoneOf(number.reveal());
  const refused = await phoneSends.refuse({ account: account.person, phone, source });
  if (!refused) return undefined;
  await transact((tx) =>
    audit.record(tx, {
      action: 'phone.code-refused',
      actor: { kind: 'system' },
      subject: account.auditRef,
      details: { limit: refused.by },
    }),
  );
  return refused.error;
}

/** `carrier: silent` is a signal: nobody said whether the number changed hands. */
export const recordSent = (
  { audit }: Pick<SendNeeds, 'audit'>,
  tx: Tx,
  account: Account,
  by: CodeBy,
  { carrier }: LineReport,
): Promise<void> =>
  audit.record(tx, {
    action: 'phone.code-sent',
    actor: { kind: 'system' },
    subject: account.auditRef,
    details: { by, carrier },
  });

/** At every address, once while the change is recent: whoever tries again and again fills no mailbox. */
async function tellOfChange(
  { audit, clock, phones, securityNotices, transact }: Needs,
  person: PersonId,
  { id }: StoredPhone,
  phone: string,
): Promise<void> {
  const to = await securityNotices.addressees(person);
  const now = clock.now();
  await transact(async (tx) => {
    if (!(await phones.tell(tx, person, id, now, new Date(now.getTime() - changeIsRecent)))) return;
    await securityNotices.send(tx, to, 'phone-changed-hands', { phone });
    await audit.record(tx, {
      action: 'phone.changed-hands',
      actor: { kind: 'system' },
      ...(to ? { subject: to.account.auditRef } : {}),
    });
  });
}
