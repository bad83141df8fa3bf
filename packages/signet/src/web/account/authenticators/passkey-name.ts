import type { NamedPasskey } from '../../../modules/authentication/index.ts';
import { type Lang, words } from '../../locales/index.ts';

/** As its owner calls it, else what it says it is, else its kind. */
export const nameOfPasskey = (lang: Lang, { name, model, kind }: NamedPasskey): string =>
  name ?? model ?? words(lang).account.ways.unnamed[kind];
