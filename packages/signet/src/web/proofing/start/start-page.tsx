import { words } from '../../locales/index.ts';
import type { PendingRequest } from '../../request/index.ts';
import { Disclosure, Page, type PageFrame, StepIndicator } from '../../ui/index.ts';
import { DocumentQuestion } from '../answers/index.ts';
import { ExitLinks } from '../step/index.ts';

export interface StartPageProps {
  readonly frame: PageFrame;
  readonly request: PendingRequest | undefined;
  readonly days: number;
  readonly error?: string | undefined;
}

/**
 * The first question, with what else is needed, how long it takes and what becomes of it (A17, A24) on the same page: nobody
 * needs a page of its own to be told what the next one asks.
 */
export function StartPage({ frame, request, days, error }: StartPageProps) {
  const { start: say, choose, sections } = words(frame.lang).proofing;
  const above = (
    <>
      <p class="signet-journey">{say.journey}</p>
      <StepIndicator lang={frame.lang} steps={Object.values(sections)} current={0} />
    </>
  );
  return (
    <Page
      frame={frame}
      title={choose.title}
      problems={error ? [{ field: 'document', text: error }] : []}
      above={above}
    >
      <DocumentQuestion
        frame={frame}
        action="/verify"
        lead={frame.agency ? say.leadFor(frame.agency) : say.lead}
        error={error}
      />
      <h2>{say.needTitle}</h2>
      <ul>
        {say.need.map((thing) => (
          <li>{thing}</li>
        ))}
      </ul>
      <Disclosure summary={say.keepTitle}>
        <ul>
          {say.keep(days).map((promise) => (
            <li>{promise}</li>
          ))}
        </ul>
      </Disclosure>
      <ExitLinks
        frame={frame}
        links={[{ href: '/verify/other-ways', text: say.missing }]}
        request={request}
      />
    </Page>
  );
}
