import { err, type Result } from '../../../kernel/index.ts';

/** What a field asks for. */
type Asked = 'password' | 'code' | 'recovery-code';

export interface NothingTyped {
  readonly code: 'nothing-typed';
  readonly asked: Asked;
}

/** An empty field is no wrong answer: it says that it is empty, costs no attempt and asks no module. */
export const whenTyped = async <T, E>(
  asked: Asked,
  text: string,
  then: () => Promise<Result<T, E>>,
): Promise<Result<T, E | NothingTyped>> =>
  isEmpty(asked, text) ? err({ code: 'nothing-typed', asked }) : then();

/** Spaces may be a password, and are never a code. */
const isEmpty = (asked: Asked, text: string): boolean =>
  asked === 'password' ? text === '' : text.trim() === '';

export const isNothingTyped = (error: { readonly code: string }): error is NothingTyped =>
  error.code === 'nothing-typed';
