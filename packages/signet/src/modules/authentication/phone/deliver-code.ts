import type { Redacted, Transact, Tx } from '../../../kernel/index.ts';
import type { Account } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Notices } from '../../notices/index.ts';
import type { CodeBy } from '../../records/index.ts';
import { deviceOf, type PlaceOf } from '../../risk/index.ts';
import { type Presence, type Session, type Sessions, unlessDuplicateSubmission } from '../session/index.ts';
import { phoneCodeLifetime } from './phone-code.ts';
import type { LineReport } from './phone-line.ts';

export interface DeliveryNeeds {
  readonly audit: AuditLog;
  readonly notices: Pick<Notices, 'call' | 'text'>;
  readonly placeOf: PlaceOf;
  readonly sessions: Pick<Sessions, 'load' | 'setPending'>;
  readonly transact: Transact;
}

/** A code on its way to a phone, and what it is for. */
interface Delivery {
  readonly account: Account;
  readonly to: Redacted<string>;
  readonly by: CodeBy;
  readonly line: LineReport;
  readonly code: Redacted<string>;
  readonly sentAt: Date;
  readonly purpose:
    | { readonly template: 'sign-in-code'; readonly agency: string | undefined }
    | { readonly template: 'new-phone-code' };
  /** What the session remembers of it; throws `DuplicateSubmission` where the same button was pressed a moment ago. */
  remember(pending: Session['pending']): Record<string, unknown>;
}

/** Session, sealed message, its job and the audit entry in one transaction: a code exists where its message does. */
export const deliverCode = (
  needs: DeliveryNeeds,
  presence: Presence,
  delivery: Delivery,
): Promise<Presence> =>
  unlessDuplicateSubmission(needs.sessions, presence, () =>
    needs.transact(async (tx) => {
      const next = await needs.sessions.setPending(presence, delivery.remember, tx);
      await send(needs, tx, presence, delivery);
      await recordSent(needs, tx, delivery);
      return next;
    }),
  );

function send(
  { notices, placeOf }: DeliveryNeeds,
  tx: Tx,
  { from: origin }: Presence,
  { account, to, by, code, sentAt, purpose }: Delivery,
): Promise<void> {
  const from = origin ? { device: deviceOf(origin), place: placeOf(origin.source) } : {};
  const until = new Date(sentAt.getTime() + phoneCodeLifetime);
  const message = { to, lang: account.language, until } as const;
  const said = { code: code.reveal(), from };
  if (purpose.template === 'sign-in-code') {
    const { template, agency } = purpose;
    const whole = { ...message, template, values: { ...said, agency } };
    return by === 'text' ? notices.text(tx, whole) : notices.call(tx, whole);
  }
  const { template } = purpose;
  const whole = { ...message, template, values: { ...said, minutes: phoneCodeLifetime / 60_000 } };
  return by === 'text' ? notices.text(tx, whole) : notices.call(tx, whole);
}

/** `carrier: silent` is a signal: nobody said whether the number changed hands. */
const recordSent = ({ audit }: DeliveryNeeds, tx: Tx, { account, by, line }: Delivery): Promise<void> =>
  audit.record(tx, {
    action: 'phone.code-sent',
    actor: { kind: 'system' },
    subject: account.auditRef,
    details: { by, carrier: line.carrier },
  });
