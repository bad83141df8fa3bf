import { words } from '../../locales/index.ts';
import { BackLink, Button, ButtonGroup, Form, Page, type PageFrame } from '../../ui/index.ts';
import { recoverPath } from '../subject.ts';

export interface StartAgainPageProps {
  readonly frame: PageFrame;
  /** How long an agent may take, at most. */
  readonly days: number;
  readonly error?: string;
}

/** What is needed to get an account back this way, and what becomes of it (A17, A24), before anything is asked. */
export function ProveAgainPage({ frame, days, error }: StartAgainPageProps) {
  const { start, recovery } = words(frame.lang).proofing;
  const say = recovery.start;
  return (
    <Page
      frame={frame}
      title={say.title}
      problems={error ? [{ field: '', text: error }] : []}
      above={<BackLink href={recoverPath}>{recovery.otherWays}</BackLink>}
    >
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <h2>{say.needTitle}</h2>
      <ul>
        {say.need.map((thing) => (
          <li>{thing}</li>
        ))}
      </ul>
      <h2>{start.keepTitle}</h2>
      <ul>
        {say.keep(days).map((promise) => (
          <li>{promise}</li>
        ))}
      </ul>
      <p>{say.browser}</p>
      <Form frame={frame} action="/recover/proofing">
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}
