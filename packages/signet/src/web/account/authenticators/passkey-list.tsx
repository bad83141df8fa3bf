import type { NamedPasskey } from '../../../modules/authentication/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import type { PageFrame } from '../../ui/index.ts';
import { AddedAndUsed } from './added-and-used.tsx';
import { AuthenticatorLink } from './authenticator-link.tsx';
import { nameOfPasskey } from './passkey-name.ts';

/** Each passkey: what it is, where it is, when it was used, what it opens; and what can be done with it. */
export function PasskeyList({ frame, passkeys }: { frame: PageFrame; passkeys: readonly NamedPasskey[] }) {
  const { lang } = frame;
  const say = words(lang).account.ways;
  return (
    <ul class="signet-ways">
      {passkeys.map((passkey) => {
        const name = nameOfPasskey(lang, passkey);
        const path = `/account/ways/passkey/${passkey.ref}`;
        return (
          <li>
            <h3>{name}</h3>
            {factsOf(lang, passkey).map((fact) => (
              <p>{fact}</p>
            ))}
            <p class="usa-hint">
              <AddedAndUsed lang={lang} say={say} of={passkey} />
            </p>
            <p class="signet-ways__links">
              <AuthenticatorLink href={`${path}/name`} about={name}>
                {say.rename}
              </AuthenticatorLink>
              <AuthenticatorLink href={`${path}/remove`} about={name}>
                {say.remove}
              </AuthenticatorLink>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function factsOf(
  lang: Lang,
  { kind, name, model, synced, userVerified, opensVault }: NamedPasskey,
): string[] {
  const say = words(lang).account.ways;
  return [
    name !== undefined && model ? model : undefined,
    say.kinds[kind],
    synced ? say.synced : say.single,
    userVerified ? undefined : say.noPin,
    opensVault ? say.opens : say.opensNot,
  ].filter((fact) => fact !== undefined);
}
