import type { NamedPasskey } from '../../../modules/authentication/index.ts';
import { formatDay, type Lang, words } from '../../locales/index.ts';
import type { PageFrame } from '../../ui/index.ts';
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
            <p class="usa-hint">{timesOf(lang, passkey)}</p>
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

function timesOf(lang: Lang, { createdAt, lastUsedAt }: NamedPasskey): string {
  const say = words(lang).account.ways;
  const day = (at: Date) => formatDay(lang, at.toISOString().slice(0, 10));
  return `${say.added(day(createdAt))}, ${lastUsedAt ? say.used(day(lastUsedAt)) : say.neverUsed}`;
}
