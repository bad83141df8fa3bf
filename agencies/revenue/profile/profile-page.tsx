import type { Clock } from '@signet/agencies-ui/clock';
import { Facts } from '@signet/agencies-ui/pages';
import { formatDay, formatMoment, words } from '../locales/index.ts';
import type { Access } from '../records/access/access-log.ts';
import { maskSsn } from '../records/taxpayers/masking.ts';
import type { Taxpayer } from '../records/taxpayers/taxpayer.ts';
import type { SignetStatement } from '../sign-in/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { HowVerified } from './how-verified.tsx';
import { Looks } from './record-looks.tsx';

export interface ProfilePageProps {
  readonly frame: Frame;
  readonly taxpayer: Taxpayer;
  /** Undefined for a session that began before this was kept. */
  readonly told: SignetStatement | undefined;
  readonly signIn: { readonly at: Date; readonly ial: number; readonly aal: number };
  readonly looks: readonly Access[];
  readonly clock: Clock;
  /** The address of their account at Signet. */
  readonly signetAccount: string;
}

/** What the department was told and what it has on file, side by side; how it was verified; who looked. */
export function ProfilePage({
  frame,
  taxpayer,
  told,
  signIn,
  looks,
  clock,
  signetAccount,
}: ProfilePageProps) {
  const { lang } = frame;
  const { profile: say } = words(lang);
  return (
    <Page frame={frame} title={say.title}>
      <div class="wrap narrow">
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <h2>{say.detailsTitle}</h2>
        <Details frame={frame} taxpayer={taxpayer} told={told} />
        <p class="small">{say.masked}</p>
        <p>
          {say.change.ask} <a href={signetAccount}>{say.change.atSignet}</a>. {say.change.here}
        </p>
        {told ? <HowVerified lang={lang} told={told} clock={clock} /> : null}
        <h2>{say.signInTitle}</h2>
        <Facts
          facts={[
            { name: say.signIn.at, value: formatMoment(lang, signIn.at, clock.timeZone) },
            { name: say.signIn.identity, value: say.identities[signIn.ial] ?? '' },
            { name: say.signIn.method, value: say.methodsOfSignIn[signIn.aal] ?? '' },
          ]}
        />
        <Looks lang={lang} looks={looks} timeZone={clock.timeZone} />
        <p class="action">
          <a href="/professionals">{say.toProfessionals}</a>
        </p>
      </div>
    </Page>
  );
}

/** Names and addresses are the person's own, and shown to them as they are on file; the number is masked here as everywhere (T2). */
function Details({ frame, taxpayer, told }: Pick<ProfilePageProps, 'frame' | 'taxpayer' | 'told'>) {
  const { lang } = frame;
  const { profile: say } = words(lang);
  const { street, city, state, postalCode } = taxpayer.address;
  const rows = [
    {
      name: say.details.name,
      signet: told?.name,
      file: `${taxpayer.givenName} ${taxpayer.familyName}`,
    },
    {
      name: say.details.birthDate,
      signet: told?.birthDate && formatDay(lang, told.birthDate),
      file: say.hidden,
    },
    { name: say.details.address, signet: told?.address, file: `${street}, ${city}, ${state} ${postalCode}` },
    { name: say.details.number, signet: say.notKept, file: maskSsn(taxpayer.taxpayerNumber) },
    { name: say.details.email, signet: told?.email, file: say.noneOnFile },
  ];
  return (
    <ul class="entries">
      {rows.map(({ name, signet, file }) => (
        <li class="compare">
          <h3 class="compare-name">{name}</h3>
          <p>
            <span class="small">{say.fromSignet}</span>
            <span>{signet || say.notShared}</span>
          </p>
          <p>
            <span class="small">{say.onFile}</span>
            <span>{file}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
