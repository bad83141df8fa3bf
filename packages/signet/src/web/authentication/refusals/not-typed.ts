import { err, type Result, typedDigits } from '../../../kernel/index.ts';
import { type Lang, words } from '../../locales/index.ts';

/** What a field asks for: a code is of six digits, a recovery code of sixteen letters and numbers. */
type Asked = 'password' | 'code' | 'recovery-code';

type Unfit = 'nothing-typed' | 'not-whole';

export interface NotTyped {
  readonly code: Unfit;
  readonly asked: Asked;
}

/** An empty field, or a code that lacks a digit, is no wrong answer: the page says so, it costs no attempt and asks no module. */
export const whenTyped = async <T, E>(
  asked: Asked,
  text: string,
  then: () => Promise<Result<T, E>>,
): Promise<Result<T, E | NotTyped>> => {
  const unfit = unfitness(asked, text);
  return unfit ? err({ code: unfit, asked }) : then();
};

/** What to say of a code that cannot be one; undefined where it is to be judged. */
export function unfitCodeWords(lang: Lang, text: string): string | undefined {
  const unfit = unfitness('code', text);
  return unfit && notTypedWords(lang, { code: unfit, asked: 'code' });
}

export function notTypedWords(lang: Lang, { code, asked }: NotTyped): string {
  const { empty, notWhole } = words(lang).signIn;
  return code === 'nothing-typed' || asked === 'password' ? empty[asked] : notWhole[asked];
}

/** Spaces may be a password, and are never a code. */
function unfitness(asked: Asked, text: string): Unfit | undefined {
  if (asked === 'password') return text === '' ? 'nothing-typed' : undefined;
  if (text.trim() === '') return 'nothing-typed';
  return shapes[asked](text) ? undefined : 'not-whole';
}

const shapes = {
  code: (text: string) => /^\d{6}$/.test(typedDigits(text)),
  'recovery-code': (text: string) => /^[\da-z]{16}$/i.test(text.replaceAll(/[\s\p{Pd}._]/gu, '')),
};

export const isNotTyped = (error: { readonly code: string }): error is NotTyped =>
  error.code === 'nothing-typed' || error.code === 'not-whole';
