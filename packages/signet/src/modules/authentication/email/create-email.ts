import { type Clock, Redacted, type Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Notices } from '../../notices/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { SecurityNotices } from '../authenticators/index.ts';
import type { Attempts } from '../limits/index.ts';
import { emailUnderWay, notNowWhenSessionEnded as guarded, type Sessions } from '../session/index.ts';
import type { FinishByMailbox } from '../sign-in/index.ts';
import { addAddress, resendNewAddressCode } from './add-address.ts';
import { makePrimary, removeAddress } from './change-address.ts';
import { changeLanguage } from './change-language.ts';
import { confirmEmail, confirmEmailByLink } from './confirm-email.ts';
import { confirmNewAddress } from './confirm-new-address.ts';
import type { Email } from './email.ts';
import { createEmailLimits, type EmailLimits } from './email-limits.ts';
import { createEmailedCodes, type EmailedCodes } from './emailed-codes.ts';
import { createMailCode } from './mail-code.ts';
import { newAddressUnderWay } from './new-address-under-way.ts';
import type { ConfirmationStore } from './postgres-confirmations.ts';
import { resendEmailCode, startSignUp } from './start-sign-up.ts';
import { undoAddressChange } from './undo-address-change.ts';

interface EmailNeeds {
  readonly accounts: Pick<
    Accounts,
    'addresses' | 'changeLanguage' | 'digestOf' | 'findByEmail' | 'get' | 'primaryAddress'
  >;
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly confirmations: ConfirmationStore;
  readonly notices: Pick<Notices, 'send'>;
  readonly quotas: Quotas;
  readonly securityNotices: SecurityNotices;
  readonly sessions: Pick<Sessions, 'begin' | 'load' | 'setPending'>;
  /** Of this deployment: links in mails lead there. */
  readonly origin: string;
  readonly transact: Transact;
}

export function createEmail(needs: EmailNeeds): {
  readonly email: Email;
  readonly emailLimits: EmailLimits;
  readonly emailedCodes: EmailedCodes;
  readonly finishByMailbox: FinishByMailbox;
} {
  const emailLimits = createEmailLimits(needs.accounts, needs.attempts, needs.quotas, needs.clock);
  const emailedCodes = createEmailedCodes({ ...needs, emailLimits });
  const mailCode = createMailCode({ ...needs, emailedCodes });
  const all = { ...needs, emailLimits, mailCode, emailedCodes };
  return {
    emailLimits,
    emailedCodes,
    finishByMailbox: {
      count: emailLimits.countOwnMail,
      mail: (presence, to) => mailCode(presence, { ...to, purpose: 'account', known: false }),
    },
    email: {
      start: guarded(startSignUp(all)),
      resend: guarded(resendEmailCode(all)),
      underWay({ session }) {
        const pending = emailUnderWay(session);
        return pending && new Redacted(pending.address);
      },
      confirm: guarded(confirmEmail(all)),
      confirmByLink: confirmEmailByLink(all),
      addAddress: guarded(addAddress(all)),
      resendNewAddressCode: guarded(resendNewAddressCode(all)),
      newAddressUnderWay({ session }) {
        const pending = newAddressUnderWay(session);
        return pending && new Redacted(pending.address);
      },
      confirmNewAddress: guarded(confirmNewAddress(all)),
      removeAddress: removeAddress(all),
      makePrimary: makePrimary(all),
      changeLanguage: changeLanguage(all),
      undoChange: undoAddressChange(all),
    },
  };
}
