import type { Decision } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { BackLink, Page, Secret } from '../../ui/index.ts';
import { AskAgency, type AskAgencyProps } from '../agency-help/index.ts';

export interface RedressPageProps extends Pick<AskAgencyProps, 'frame' | 'agencies' | 'request'> {
  readonly decision: Decision | undefined;
}

/** One press from every decision that is not a yes (A23). */
export function RedressPage({ frame, agencies, request, decision }: RedressPageProps) {
  const say = words(frame.lang).proofing.redress;
  const waiting = decision?.outcome === 'needs-person';
  const look = waiting ? say.ways.waiting : say.ways.again;
  return (
    <Page frame={frame} title={say.title} above={<BackLink href="/verify">{say.back}</BackLink>}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      {[look, say.ways.records].map((way) => (
        <>
          <h2>{way.heading}</h2>
          <p>{way.body}</p>
        </>
      ))}
      <AskAgency
        frame={frame}
        agencies={agencies}
        request={request}
        heading={say.ways.agency.heading}
        body={say.ways.agency.body}
      />
      <h2>{say.ways.notMe.heading}</h2>
      <p>
        {say.ways.notMe.body} <a href="/not-me">{say.notMeLink}</a>
      </p>
      {waiting ? (
        <p>
          {say.case}: <Secret>{decision.reference}</Secret>
        </p>
      ) : null}
    </Page>
  );
}
