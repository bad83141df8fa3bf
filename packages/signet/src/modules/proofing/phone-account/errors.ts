import type { PhoneNumberProblem } from '../../records/index.ts';
import type { NotNow } from '../cases/index.ts';

/** `again`: when another may be sent. */
export type TextError = { readonly code: NotNow } | { readonly code: 'too-many-texts'; readonly again: Date };

export type PhoneError = TextError | { readonly code: 'refused'; readonly why: PhoneNumberProblem };

/** After `too-many-tries` no code is taken until `again`, not even the right one. */
export type PhoneCodeError =
  | { readonly code: NotNow }
  | { readonly code: 'not-a-code' | 'wrong' | 'expired' }
  | { readonly code: 'too-many-tries'; readonly again: Date };
