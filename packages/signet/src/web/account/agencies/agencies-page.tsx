import { atStart } from '../../../kernel/index.ts';
import type { Federation } from '../../../modules/federation/index.ts';
import { formatList, type Lang, words } from '../../locales/index.ts';
import {
  Alert,
  ButtonLink,
  Card,
  DefinitionList,
  Disclosure,
  type Fact,
  LocalDate,
  LocalTime,
  type PageFrame,
} from '../../ui/index.ts';
import { type Act, Acts, itemNames } from '../history/index.ts';
import { AccountSection, sections } from '../layout/index.ts';

export type Connected = Awaited<ReturnType<Federation['connections']>>[number];

/** One agency, and the newest of the times that the person signed in there. */
export interface Connection {
  readonly agency: Connected;
  readonly releases: readonly Act[];
}

export interface AgenciesPageProps {
  readonly frame: PageFrame;
  readonly connections: readonly Connection[];
  /** One was ended just now. */
  readonly ended: boolean;
}

/** Agencies with remembered consent (C4): what each gets, when it last did, and the end of it. */
export function AgenciesPage({ frame, connections, ended }: AgenciesPageProps) {
  const say = words(frame.lang).account.agencies;
  return (
    <AccountSection frame={frame} section="agencies" title={say.title}>
      {ended ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{say.ended}</p>
        </Alert>
      ) : null}
      <p class="signet-muted">{connections.length > 0 ? say.lead : say.none}</p>
      {connections.map((connection) => (
        <ConnectionCard frame={frame} connection={connection} />
      ))}
    </AccountSection>
  );
}

function ConnectionCard({
  frame,
  connection,
}: {
  readonly frame: PageFrame;
  readonly connection: Connection;
}) {
  const say = words(frame.lang).account.agencies;
  const { agency, releases } = connection;
  return (
    <Card
      heading={agency.name[frame.lang]}
      footer={
        <ButtonLink kind="secondary" href={`/account/agencies/${agency.agency}/end`}>
          {say.revoke}
          <span class="usa-sr-only">: {agency.name[frame.lang]}</span>
        </ButtonLink>
      }
    >
      <DefinitionList facts={factsOf(connection, frame)} />
      {releases.length > 0 ? (
        <Disclosure summary={say.releases}>
          <Acts frame={frame} acts={releases} />
          <p>
            <a href={`${sections.history}?show=data`}>{say.all}</a>
          </p>
        </Disclosure>
      ) : null}
    </Card>
  );
}

function factsOf({ agency, releases }: Connection, { lang }: PageFrame): Fact[] {
  const say = words(lang).account.agencies;
  const last = releases[0]?.at;
  return [
    ...(agency.purpose[lang] ? [{ term: say.why, value: agency.purpose[lang] }] : []),
    { term: say.gets, value: agency.items.length > 0 ? listed(agency.items, lang) : say.nothing },
    ...(agency.refused.length > 0 ? [{ term: say.refused, value: listed(agency.refused, lang) }] : []),
    { term: say.since, value: <LocalDate lang={lang} at={agency.givenAt} /> },
    { term: say.lastUsed, value: last ? <LocalTime lang={lang} at={last} /> : say.never },
  ];
}

/** "Your name, your date of birth, and your Social Security number" */
const listed = (items: readonly string[], lang: Lang): string =>
  atStart(formatList(lang, itemNames(items, lang)));
