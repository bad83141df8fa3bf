import type { Authenticators, PhoneView } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { MaskedPhone, type PageFrame } from '../../ui/index.ts';
import { sections } from '../layout/index.ts';
import { AddedAndUsed } from './added-and-used.tsx';
import { AuthenticatorLink } from './authenticator-link.tsx';

interface Props {
  readonly frame: PageFrame;
  readonly authenticators: Pick<Authenticators, 'phones' | 'password'>;
}

/** The phones that get codes: each with how, since when, and when it was last used. They serve beside a password only. */
export function Phones({ frame, authenticators: { phones, password } }: Props) {
  const say = words(frame.lang).phones.ways;
  return (
    <>
      <h2>{say.title}</h2>
      {phones.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <ul class="signet-ways">
          {phones.map((phone) => (
            <li>
              <Phone frame={frame} phone={phone} />
            </li>
          ))}
        </ul>
      )}
      {password ? (
        <p class="signet-ways__links">
          <a href="/account/phone">{say.add}</a>
        </p>
      ) : (
        <p>{say.needsPassword}</p>
      )}
    </>
  );
}

function Phone({ frame, phone }: { readonly frame: PageFrame; readonly phone: PhoneView }) {
  const { lang } = frame;
  const { account, phones } = words(lang);
  const say = account.ways;
  const about = phones.endsIn(phone.masked.slice(-4));
  return (
    <>
      <h3>
        <MaskedPhone lang={lang} masked={phone.masked} />
      </h3>
      <p>{phone.on ? phones.ways[phone.kind] : phones.ways.off}</p>
      <p class="usa-hint">
        <AddedAndUsed lang={lang} say={phones.ways} of={phone} />
      </p>
      <p class="signet-ways__links">
        <AuthenticatorLink href={`/account/phone?replaces=${phone.id}`} about={about}>
          {phones.ways.change}
        </AuthenticatorLink>
        <AuthenticatorLink href={`${sections.ways}/phone/${phone.id}/remove`} about={about}>
          {say.remove}
        </AuthenticatorLink>
      </p>
    </>
  );
}
