import {
  AppError,
  type Clock,
  err,
  hours,
  newToken,
  ok,
  Redacted,
  type Result,
  type Transact,
  type Tx,
} from '../../../../kernel/index.ts';
import type { Accounts } from '../../../accounts/index.ts';
import type { AuditLog } from '../../../audit/index.ts';
import type { Notices, NoticeTemplates } from '../../../notices/index.ts';
import type { RecoveryStore } from '../postgres-recoveries.ts';
import type { RecoveryNotices } from '../recovery-notices.ts';
import type { CaseKeys } from './case-keys.ts';
import { tokenLookup } from './case-tokens.ts';
import type { RecoveryCases, SettleCaseError } from './cases.ts';
import { caseKeptFor, contactContext } from './open-case.ts';
import type { CaseStore, StoredCase } from './postgres-cases.ts';

/** How long the link to the contact works, once the waiting is over. */
const linkLasts = hours(48);

/** What writing to the contact of a case takes. */
interface ContactNeeds {
  readonly kms: Pick<CaseKeys, 'unwrap'>;
  readonly notices: Pick<Notices, 'send'>;
  /** Links in mails lead there. */
  readonly origin: string;
}

interface LinkNeeds {
  readonly cases: Pick<CaseStore, 'due' | 'move'>;
  readonly clock: Clock;
  readonly transact: Transact;
}

interface SettleNeeds extends ContactNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly audit: AuditLog;
  readonly cases: Pick<CaseStore, 'byReference' | 'move'>;
  readonly clock: Clock;
  readonly recoveryNotices: Pick<RecoveryNotices, 'send' | 'whom'>;
  readonly startRecovery: RecoveryStore['start'];
  readonly transact: Transact;
  /** Milliseconds in which an agent's approval can be stopped by whoever reads the account's mail. */
  readonly waitBeforeRecovery: number;
}

const evidence = /^[a-z][a-z0-9-]{1,39}:[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * An agent's decision, once: a second one finds it made. Approval needs what was inspected, and lets nobody in yet: every
 * address of the account hears of it and can stop it until the waiting is over.
 */
export const settleCase =
  (needs: SettleNeeds): RecoveryCases['settle'] =>
  async (reference, decision, agent): Promise<Result<'settled', SettleCaseError>> => {
    const found = await needs.cases.byReference(reference);
    if (!found) return err('no-such-case');
    if (found.state !== 'open') return err('already-settled');
    return decision === 'approve' ? approve(needs, found, agent) : refuse(needs, found, agent);
  };

async function approve(
  needs: SettleNeeds,
  found: StoredCase,
  { ref, saw }: Parameters<RecoveryCases['settle']>[2],
): Promise<Result<'settled', SettleCaseError>> {
  const { audit, cases, clock, recoveryNotices, transact } = needs;
  if (!saw || !evidence.test(saw)) return err('needs-evidence');
  const to = found.person ? await recoveryNotices.whom(found.person) : undefined;
  if (to?.account.status !== 'active') return err('no-account');
  const { account } = to;
  const now = clock.now();
  const until = new Date(now.getTime() + needs.waitBeforeRecovery);
  const overBy = new Date(until.getTime() + linkLasts + hours(1));
  const done = await transact(async (tx) => {
    const settled = { agent: ref, saw, settled_at: now, due_at: until };
    const kept = { forget_at: new Date(overBy.getTime() + caseKeptFor) };
    if (!(await cases.move(tx, found, 'waiting', { ...settled, ...kept }))) return false;
    await needs.startRecovery(tx, found.id, account.person, now, overBy);
    const disavows = { person: account.person, kind: 'recovery', about: found.id } as const;
    await recoveryNotices.send(tx, to, 'recovery-waiting', { at: now, until }, disavows);
    await toContact(needs, tx, found, 'recovery-case-approved', { reference: found.reference, until });
    await audit.record(tx, {
      action: 'recovery.case-approved',
      actor: { kind: 'staff', ref },
      subject: account.auditRef,
      details: { saw },
    });
    return true;
  });
  return done ? ok('settled') : err('already-settled');
}

async function refuse(
  needs: SettleNeeds,
  found: StoredCase,
  { ref }: Parameters<RecoveryCases['settle']>[2],
): Promise<Result<'settled', SettleCaseError>> {
  const { accounts, audit, cases, clock, origin, transact } = needs;
  const account = found.person ? await accounts.get(found.person) : undefined;
  const now = clock.now();
  const done = await transact(async (tx) => {
    const settled = { agent: ref, settled_at: now, forget_at: new Date(now.getTime() + caseKeptFor) };
    if (!(await cases.move(tx, found, 'refused', settled))) return false;
    const values = { reference: found.reference, link: `${origin}/recover/case` };
    await toContact(needs, tx, found, 'recovery-case-refused', values);
    await audit.record(tx, {
      action: 'recovery.case-refused',
      actor: { kind: 'staff', ref },
      ...(account ? { subject: account.auditRef } : {}),
    });
    return true;
  });
  return done ? ok('settled') : err('already-settled');
}

/** The waiting is over and nobody stopped it: the link goes out in the transaction that makes it work. */
export async function sendLinks(needs: ContactNeeds & LinkNeeds): Promise<void> {
  const { cases, clock, origin, transact } = needs;
  for (const due of await cases.due(clock.now())) {
    const token = newToken();
    const link = `${origin}/recover/link/${token.reveal()}`;
    const until = new Date(clock.now().getTime() + linkLasts);
    await transact(async (tx) => {
      const ready = { link_lookup: tokenLookup('link', token.reveal()), due_at: until };
      if (!(await cases.move(tx, due, 'ready', ready))) return; // another worker was first
      await toContact(needs, tx, due, 'recovery-case-link', { link, hours: linkLasts / hours(1) });
    });
  }
}

/** "This was not me", to a case: it ends, and its contact hears so. */
export async function cancelCase(
  needs: ContactNeeds & { readonly cases: Pick<CaseStore, 'cancel'> },
  tx: Tx,
  id: string,
): Promise<void> {
  const canceled = await needs.cases.cancel(tx, id);
  if (!canceled) return;
  const values = { reference: canceled.reference, link: `${needs.origin}/recover/case` };
  await toContact(needs, tx, canceled, 'recovery-case-canceled', values);
}

type ToContact =
  | 'recovery-case-approved'
  | 'recovery-case-refused'
  | 'recovery-case-link'
  | 'recovery-case-canceled';

async function toContact<Name extends ToContact>(
  { kms, notices }: ContactNeeds,
  tx: Tx,
  { id, contact, language }: StoredCase,
  template: Name,
  values: NoticeTemplates[Name],
): Promise<void> {
  const to = new Redacted((await kms.unwrap('contact', contact, contactContext(id))).toString());
  if (to.reveal() === '') throw new AppError('case-without-contact');
  await notices.send(tx, { to, lang: language, template, values });
}
