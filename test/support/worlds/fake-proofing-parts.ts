import { err, Redacted, type Result } from '../../../packages/signet/src/kernel/index.ts';
import type {
  AddPhotoError,
  CaseView,
  Figures,
  FrameError,
  LetterError,
  MailedCodeError,
  Offers,
  PhoneCodeError,
  PhoneError,
  Proofing,
  SubmitError,
  TextError,
} from '../../../packages/signet/src/modules/proofing/index.ts';
import { planPaths } from '../../../packages/signet/src/modules/proofing/index.ts';

/** The planner itself, in a sandbox that mails letters to the addresses of these documents. */
export const plannedWith = (
  mailsCodes: Offers['mailsCodes'],
  ...[have, demand]: Parameters<Proofing['plan']>
): ReturnType<Proofing['plan']> =>
  planPaths(have, demand, { mailsCodes, levelOf: () => 2, personDays: 14, letterDays: 21 });

type RecoveryError = Extract<Awaited<ReturnType<Proofing['proveAgain']>>, { ok: false }>['error'];
type SsnError = Extract<Awaited<ReturnType<Proofing['giveSsn']>>, { ok: false }>['error'];

/** What each kind of call may say no with. */
export interface Refusals {
  photo?: AddPhotoError;
  frame?: FrameError;
  ssn?: SsnError;
  phone?: PhoneError;
  text?: TextError;
  code?: PhoneCodeError;
  submit?: SubmitError;
  recovery?: RecoveryError;
  mailedCode?: MailedCodeError;
  letter?: LetterError;
}

/** What of proofing no page calls. */
export class NotCalledByPages {
  async reclaimAccount() {
    return undefined;
  }
  async erase() {}
  async openReviews() {
    return [];
  }
  async settleReview() {
    return err('no-such-case' as const);
  }
  async figures(): Promise<Figures> {
    throw new Error('pages of proofing show none');
  }
  async letterNotMailed() {}
  async runChecks() {}
  async sweep() {
    return { woken: 0, ended: 0, deleted: 0 };
  }
}

/** A letter on its way. */
export const mailed = {
  to: new Redacted(['Ana Rivera', '12 Alder Street', 'Alder Creek, AL 99002']),
  leavesAt: new Date('2026-06-03T14:05:00Z'),
  arrivesBy: new Date('2026-06-10T14:05:00Z'),
  until: new Date('2026-06-24T14:05:00Z'),
  againFrom: new Date('2026-06-10T14:05:00Z'),
};

/** `not-now` as an error that has a code. */
export const coded = <E extends { readonly code: string }>(
  taken: Result<CaseView, E | 'not-now'>,
): Result<CaseView, E | { readonly code: 'not-now' }> => {
  if (taken.ok) return taken;
  return err(taken.error === 'not-now' ? { code: 'not-now' } : taken.error);
};
