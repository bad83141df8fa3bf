import type { Notice, NoticeKind } from './letter.ts';

const pages: Readonly<Record<NoticeKind, string>> = {
  'balance-due': '/payments/new',
  'refund-approved': '/account',
  'refund-offset': '/account',
  'return-adjusted': '/filings',
  'return-rejected': '/filings',
  'amended-return-received': '/filings',
  'payment-returned': '/payments',
  'plan-agreed': '/plans',
  'plan-goes-on': '/plans',
  'bank-account-changed': '/bank-accounts',
  'professional-authorized': '/professionals',
};

/** The page on which the person acts on a notice; the home shows the year that the notice is about. */
export function actionLink({ kind, taxYear }: Notice): string {
  const page = pages[kind];
  return page === '/account' && taxYear !== undefined ? `${page}?year=${taxYear}` : page;
}
