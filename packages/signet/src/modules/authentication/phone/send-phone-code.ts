import {
  type Clock,
  err,
  newSixDigitCode,
  ok,
  type PersonId,
  type Redacted,
  type Result,
} from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import { type CodeBy, codePhoneOf } from '../../records/index.ts';
import type { SecurityNotices } from '../authenticators/index.ts';
import {
  DuplicateSubmission,
  type KnownDevices,
  type Presence,
  pendingKeys,
  recoveryUnderWay,
} from '../session/index.ts';
import { type DeliveryNeeds, deliverCode } from './deliver-code.ts';
import type { SendPhoneCodeError } from './outcomes.ts';
import type { Phone } from './phone.ts';
import { isDuplicateSubmission, phoneKeys, type SignInCodeSent, signInCodeIn } from './phone-code.ts';
import { changeIsRecent, type LineReport, type LookUpLine } from './phone-line.ts';
import { masked, openNumber } from './phone-number-seal.ts';
import type { PhoneSends } from './phone-send-limits.ts';
import { waysTo } from './phone-ways.ts';
import type { PhoneKeys, PhoneSettings } from './ports.ts';
import type { PhoneStore, StoredPhone } from './postgres-phones.ts';

/** What any code to a phone takes. */
export interface SendNeeds extends DeliveryNeeds {
  readonly clock: Clock;
  readonly knownDevices: Pick<KnownDevices, 'own'>;
  readonly lookUpLine: LookUpLine;
  readonly phoneSends: PhoneSends;
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
    const refused = await mayCost(needs, presence, { account, number, source, bound: true });
    if (refused) return err(refused);
    const line = await needs.lookUpLine(number);
    if (line.changedHands) {
      await tellOfChange(needs, account.person, phone, masked(number.reveal()));
      await needs.sessions.setPending(presence, { [pendingKeys.phoneChangedHands]: true }); // a signal, whatever comes next
      return err({ code: 'phone-changed-hands' });
    }
    return ok(
      await deliverSignInCode(needs, presence, {
        account,
        phone: id,
        number,
        by,
        line,
        agency: agency?.[account.language],
        earlier,
        sentAt: now,
      }),
    );
  };

interface ToSignIn {
  readonly account: Account;
  readonly phone: string;
  readonly number: Redacted<string>;
  readonly by: CodeBy;
  readonly line: LineReport;
  readonly agency: string | undefined;
  readonly earlier: SignInCodeSent | undefined;
  readonly sentAt: Date;
}

function deliverSignInCode(
  needs: Needs,
  presence: Presence,
  { phone, number, earlier, ...delivery }: ToSignIn,
): Promise<Presence> {
  const code = newSixDigitCode();
  const { by, line, agency, sentAt } = delivery;
  const sent: SignInCodeSent = { code: code.reveal(), by, sentAt: sentAt.getTime(), phone };
  return deliverCode(needs, presence, {
    ...delivery,
    to: number,
    code,
    purpose: { template: 'sign-in-code', agency },
    remember(pending) {
      const held = signInCodeIn({ pending });
      const isOther = held?.phone === phone && held.sentAt !== earlier?.sentAt;
      if (isOther && isDuplicateSubmission(held, by, sentAt)) throw new DuplicateSubmission();
      const signal = line.changedBefore ? { [pendingKeys.phoneChangedHands]: true } : {};
      return { [phoneKeys.signIn]: sent, ...signal };
    },
  });
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

interface Costing {
  readonly account: Account;
  readonly number: Redacted<Parameters<typeof codePhoneOf>[0]>;
  readonly source: string;
  /** The account has this number already. */
  readonly bound: boolean;
}

/** Counts a text or call before it is sent. What is refused stands in the audit log: an operator looks for fraud there. */
export async function mayCost(
  { knownDevices, phoneSends, transact, audit }: SendNeeds,
  { from }: Presence,
  { account, number, source, bound }: Costing,
) {
  const phone = codePhoneOf(number.reveal());
  const ownBrowser = await knownDevices.own(account.person, from);
  const refused = await phoneSends.refuse({ account: account.person, phone, source, bound, ownBrowser });
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
