import type { Clock, Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { AuthenticatorsOf, Binder, SecurityNotices } from '../authenticators/index.ts';
import type { Attempts } from '../limits/index.ts';
import { notNowWhenSessionEnded as guarded, type KnownDevices, type Sessions } from '../session/index.ts';
import type { SignInAs } from '../sign-in/index.ts';
import type { AuthenticatorApp } from './authenticator-app.ts';
import { confirmApp, startApp } from './enroll-app.ts';
import type { TotpKeys } from './ports.ts';
import type { TotpStore } from './postgres-totp.ts';
import { createJudgeTotp, type JudgeTotp, verifyAppCode } from './verify-app-code.ts';

export function createAuthenticatorApp(needs: {
  readonly accounts: Pick<Accounts, 'get' | 'primaryAddress'>;
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly authenticators: AuthenticatorsOf;
  readonly binder: Binder;
  readonly clock: Clock;
  readonly kms: TotpKeys;
  readonly knownDevices: Pick<KnownDevices, 'look' | 'own'>;
  readonly securityNotices: Pick<SecurityNotices, 'disabled'>;
  readonly serviceName: string;
  readonly sessions: Pick<Sessions, 'load' | 'setPending'>;
  readonly signInAs: SignInAs;
  readonly totp: Pick<TotpStore, 'accept' | 'put' | 'takeAttempt'>;
  readonly transact: Transact;
}): { readonly authenticatorApp: AuthenticatorApp; readonly judgeTotp: JudgeTotp } {
  const judge = createJudgeTotp(needs);
  return {
    judgeTotp: judge,
    authenticatorApp: {
      start: guarded(startApp(needs)),
      confirm: guarded(confirmApp(needs)),
      verify: guarded(verifyAppCode({ ...needs, judge })),
    },
  };
}
