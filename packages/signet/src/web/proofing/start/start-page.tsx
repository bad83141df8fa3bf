import { words } from '../../locales/index.ts';
import type { PendingRequest } from '../../request/index.ts';
import { Button, ButtonGroup, Form, Page, type PageFrame } from '../../ui/index.ts';
import { ExitLinks } from '../step/index.ts';

export interface StartPageProps {
  readonly frame: PageFrame;
  readonly request: PendingRequest | undefined;
  readonly days: number;
}

/** What is needed, how long it takes and what becomes of it (A17, A24), before anything is asked. */
export function StartPage({ frame, request, days }: StartPageProps) {
  const say = words(frame.lang).proofing.start;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{frame.agency ? say.leadFor(frame.agency) : say.lead}</p>
      <h2>{say.needTitle}</h2>
      <ul>
        {say.need.map((thing) => (
          <li>{thing}</li>
        ))}
      </ul>
      <h2>{say.keepTitle}</h2>
      <ul>
        {say.keep(days).map((promise) => (
          <li>{promise}</li>
        ))}
      </ul>
      <Form frame={frame} action="/verify">
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
      <ExitLinks
        frame={frame}
        links={[{ href: '/verify/other-ways/none-of-these', text: say.missing }]}
        request={request}
      />
    </Page>
  );
}
