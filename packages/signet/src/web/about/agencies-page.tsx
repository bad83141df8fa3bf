import type { Agencies } from '../../modules/agencies/index.ts';
import { words } from '../locales/index.ts';
import { AgencyContact, Page, type PageFrame } from '../ui/index.ts';

interface AgenciesPageProps {
  readonly frame: PageFrame;
  readonly agencies: Pick<Agencies, 'all'>;
}

/** Where each agency is reached (A23): for whoever came here by none of them, or has no account. */
export function AgenciesPage({ frame, agencies }: AgenciesPageProps) {
  const say = words(frame.lang).about.help.agenciesPage;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      {agencies.all().map(({ name, help }) => (
        <>
          <h2>{name[frame.lang]}</h2>
          <AgencyContact lang={frame.lang} help={help} />
        </>
      ))}
    </Page>
  );
}
