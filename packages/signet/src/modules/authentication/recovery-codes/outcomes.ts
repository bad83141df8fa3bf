import type { TooManyAttempts } from '../limits/index.ts';
import type { NotNow } from '../session/index.ts';

export type IssueRecoveryCodesError = NotNow;

export type UseRecoveryCodeError = { readonly code: 'wrong-code' } | TooManyAttempts | NotNow;
