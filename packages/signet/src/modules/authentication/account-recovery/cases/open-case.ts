import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Clock, days, err, newToken, ok, type Result } from '../../../../kernel/index.ts';
import { type Accounts, parseEmailAddress } from '../../../accounts/index.ts';
import type { AuditLog } from '../../../audit/index.ts';
import type { Notices } from '../../../notices/index.ts';
import type { ConfirmEmailError } from '../../email/index.ts';
import type { TooManyAttempts } from '../../limits/index.ts';
import type { Presence, Sessions } from '../../session/index.ts';
import type { RecoverySteps } from '../recovery-steps.ts';
import type { CaseKeys } from './case-keys.ts';
import { newCaseReference, tokenLookup } from './case-tokens.ts';
import type { RecoveryCases } from './cases.ts';
import type { ContactCodes } from './contact-code.ts';
import type { CaseStore } from './postgres-cases.ts';

/** Entries of a session's `pending` that belong to a case that is being opened. */
const caseKeys = { account: 'recovery.account', opened: 'recovery.opened' } as const;

/** A case that nobody settles is forgotten after a month; an ended one is kept as long, so that its link says so. */
export const caseKeptFor = days(30);

const text = z.string().optional();
const namedAddress = ({ session }: Presence) => text.parse(session.pending[caseKeys.account]);

interface NameNeeds {
  readonly sessions: Pick<Sessions, 'setPending'>;
}

/** Not counted: it makes nobody any work, and would use up what others need. */
export const nameAccount =
  ({ sessions }: NameNeeds): RecoveryCases['nameAccount'] =>
  async (presence, { email }): Promise<Result<Presence, { readonly code: 'not-an-address' }>> => {
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    return ok(await sessions.setPending(presence, { [caseKeys.account]: address.value.written.reveal() }));
  };

export const isNamed =
  ({ steps }: { readonly steps: Pick<RecoverySteps, 'underWay'> }): RecoveryCases['isNamed'] =>
  (presence) =>
    namedAddress(presence) !== undefined || steps.underWay(presence) !== undefined;

export const opened = ({ session }: Presence): string | undefined =>
  text.parse(session.pending[caseKeys.opened]);

interface OpenNeeds {
  readonly accounts: Pick<Accounts, 'findByEmail' | 'get'>;
  readonly audit: AuditLog;
  readonly cases: Pick<CaseStore, 'add'>;
  readonly clock: Clock;
  readonly contactCodes: Pick<ContactCodes, 'confirm' | 'underWay'>;
  readonly kms: Pick<CaseKeys, 'wrap'>;
  readonly notices: Pick<Notices, 'send'>;
  /** Links in mails lead there. */
  readonly origin: string;
  readonly steps: Pick<RecoverySteps, 'countCase' | 'underWay'>;
}

/** A case for an address without an account is opened like any other: only an agent learns that there is none. */
export const openCase =
  (needs: OpenNeeds): RecoveryCases['open'] =>
  async (presence, input): Promise<Result<Presence, ConfirmEmailError>> => {
    const { accounts, audit, cases, clock, kms, notices, origin } = needs;
    if (!isNamed(needs)(presence)) return err({ code: 'not-now' });
    const account = await accountOf(presence);
    const counted = await countCase(needs, presence, input.source);
    if (!counted.ok) return counted;
    const [id, reference, token] = [randomUUID(), newCaseReference(), newToken()];
    return needs.contactCodes.confirm(presence, input, async (tx, { address, language }) => {
      const now = clock.now();
      await cases.add(tx, {
        id,
        reference,
        version: 1,
        state: 'open',
        person: account?.person ?? null,
        contact: await kms.wrap('contact', Buffer.from(address.reveal()), contactContext(id)),
        language,
        status_lookup: tokenLookup('status', token.reveal()),
        link_lookup: null,
        agent: null,
        saw: null,
        opened_at: now,
        settled_at: null,
        due_at: null,
        forget_at: new Date(now.getTime() + caseKeptFor),
      });
      const link = `${origin}/recover/status/${token.reveal()}`;
      const values = { reference, link };
      await notices.send(tx, { to: address, lang: language, template: 'recovery-case-opened', values });
      await audit.record(tx, {
        action: 'recovery.case-opened',
        actor: { kind: 'person' },
        ...(account ? { subject: account.auditRef } : {}),
      });
      return { [caseKeys.account]: undefined, [caseKeys.opened]: reference };
    });

    async function accountOf(from: Presence) {
      const underWay = needs.steps.underWay(from);
      if (underWay) return accounts.get(underWay.person);
      const named = parseEmailAddress(namedAddress(from) ?? '');
      return named.ok ? accounts.findByEmail(named.value) : undefined;
    }
  };

/** By the account for somebody who read its mailbox, else by the address as it was named, whether it has an account or not. */
async function countCase(
  { contactCodes, steps }: OpenNeeds,
  presence: Presence,
  source: string,
): Promise<Result<unknown, TooManyAttempts>> {
  const contact = parseEmailAddress(contactCodes.underWay(presence)?.reveal() ?? '');
  const named = parseEmailAddress(namedAddress(presence) ?? '');
  const about = steps.underWay(presence)?.person ?? (named.ok ? named.value : undefined);
  return contact.ok && about ? steps.countCase(about, contact.value, source) : ok(undefined);
}

/** A sealed contact cannot be moved to another case. */
export const contactContext = (id: string): string => `recovery-case:${id}`;
