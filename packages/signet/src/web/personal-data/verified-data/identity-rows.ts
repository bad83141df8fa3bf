import type { VerifiedIdentity } from '../../../modules/proofing/index.ts';
import { fullValue, maskValue } from '../../federation/mask-value.ts';
import { formatDay, type Lang, words } from '../../locales/index.ts';

export interface IdentityRow {
  readonly label: string;
  readonly value: string;
}

/** What was proven, one row an attribute: as it may stand on a screen that others see, or in full. */
export function identityRows(
  identity: VerifiedIdentity,
  lang: Lang,
  how: 'masked' | 'full',
): readonly IdentityRow[] {
  const say = words(lang).yourAccount.data;
  const show = (item: 'name' | 'birthdate' | 'ssn' | 'address', value: readonly string[]) =>
    (how === 'masked' ? maskValue(item, value) : undefined) ?? fullValue(item, value, lang);
  const { givenName, middleName, familyName, birthDate, ssn, address, document } = identity;
  const name = [givenName, middleName, familyName].filter(Boolean).join(' ');
  return [
    { label: say.attributes.name, value: show('name', [name]) },
    { label: say.attributes.birthdate, value: show('birthdate', [birthDate]) },
    {
      label: say.attributes.address,
      value: address
        ? show('address', [address.street, `${address.city}, ${address.state} ${address.postalCode}`])
        : say.notHeld,
    },
    { label: say.attributes.ssn, value: show('ssn', [ssn]) },
    {
      label: say.attributes.document,
      value: how === 'full' ? documentInFull(document, lang) : `••••${document.number.slice(-2)}`,
    },
  ];
}

const documentInFull = ({ number, expiryDate }: VerifiedIdentity['document'], lang: Lang): string =>
  expiryDate ? `${number} (${words(lang).yourAccount.data.until(formatDay(lang, expiryDate))})` : number;
