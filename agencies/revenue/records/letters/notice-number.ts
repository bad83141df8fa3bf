import { createHash } from 'node:crypto';
import type { Notice, NoticeKind } from './letter.ts';

/** What a person says on the phone instead of the title; each kind of notice has one. */
const codes: Readonly<Record<NoticeKind, string>> = {
  'balance-due': 'R14',
  'refund-approved': 'R21',
  'refund-offset': 'R49',
  'return-adjusted': 'R22',
  'return-rejected': 'R80',
  'amended-return-received': 'R88',
  'payment-returned': 'R32',
  'plan-agreed': 'R61',
  'plan-goes-on': 'R62',
  'bank-account-changed': 'R71',
  'professional-authorized': 'R72',
};

/** `R14-20260529-7C1E`: the kind, the day, and four digits that tell two of one day apart. Says nothing about anybody. */
export function noticeNumber({ kind, sentOn, id }: Notice): string {
  const digits = createHash('sha256').update(id).digest('hex').slice(0, 4).toUpperCase();
  return `${codes[kind]}-${sentOn.replaceAll('-', '')}-${digits}`;
}
