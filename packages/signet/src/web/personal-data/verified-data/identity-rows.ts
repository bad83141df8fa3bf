import { attributes } from '../../../modules/agencies/index.ts';
import type { DocumentKind } from '../../../modules/evidence/index.ts';
import type { Identity } from '../../../modules/vault/index.ts';
import { inFull } from '../../federation/index.ts';
import { formatDay, type Lang, words } from '../../locales/index.ts';

/** Every kind of document has a word for its number. */
type NumberWords = Readonly<Record<DocumentKind, string>>;

export interface IdentityRow {
  readonly label: string;
  readonly value: string;
}

/** What was proven, one row an attribute: as it may stand on a screen that others see, or in full. */
export function identityRows(identity: Identity, lang: Lang, how: 'masked' | 'full'): readonly IdentityRow[] {
  const say = words(lang).account.data;
  const held = { identity, email: undefined };
  const row = (name: 'name' | 'birthdate' | 'address' | 'ssn') => {
    const shown = attributes[name].shown(held);
    if (!shown) return { label: say.attributes[name], value: say.notHeld };
    const masked = how === 'masked' ? shown.masked : undefined;
    const label = name === 'ssn' && identity.numberKind === 'itin' ? say.itin : say.attributes[name];
    return { label, value: masked ?? inFull(shown, lang) };
  };
  const { document } = identity;
  const numbers: NumberWords & Readonly<Record<string, string>> = say.numbers;
  return [
    row('name'),
    row('birthdate'),
    row('address'),
    row('ssn'),
    {
      label: numbers[document.type] ?? say.attributes.document,
      value: how === 'full' ? documentInFull(document, lang) : `••••${document.number.slice(-2)}`,
    },
  ];
}

const documentInFull = ({ number, expiryDate }: Identity['document'], lang: Lang): string =>
  expiryDate ? `${number} (${words(lang).account.data.until(formatDay(lang, expiryDate))})` : number;
