import type { NotNow } from '../cases/index.ts';

/** After `too-many-tries` no code is taken until `again`, not even the right one. */
export type MailedCodeError =
  | { readonly code: NotNow }
  | { readonly code: 'not-a-code' }
  /** `left`: so many more may be tried today. */
  | { readonly code: 'wrong'; readonly left: number }
  | { readonly code: 'too-many-tries'; readonly again: Date };

/** `no-more`: letters do not reach this address. */
export type LetterError =
  | { readonly code: NotNow }
  | { readonly code: 'no-more' }
  | { readonly code: 'too-soon' | 'too-many-letters'; readonly again: Date };
