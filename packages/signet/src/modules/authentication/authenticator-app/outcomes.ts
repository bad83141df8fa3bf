import type { TooManyAttempts } from '../limits/index.ts';
import type { NotNow } from '../session/index.ts';

export type EnrollTotpError = { readonly code: 'wrong-code' } | NotNow;

export type VerifyTotpError = { readonly code: 'wrong-code' } | TooManyAttempts | NotNow;
