import type { Child } from 'hono/jsx';
import { words } from '../../locales/index.ts';
import type { PendingRequest } from '../../request/index.ts';
import { BackLink, Button, ButtonGroup, Form, Page, type PageFrame } from '../../ui/index.ts';
import { ExitLinks, pathOf } from '../step/index.ts';

interface LetterOfferProps {
  readonly frame: PageFrame;
  readonly request: PendingRequest | undefined;
  /** How long photos are kept at most where a person looks (A17). */
  readonly reviewDays: number;
  readonly askAgency: Child;
}

/** A8, A17: no to the face check leads on, and says how and how long. */
export function LetterOffer({ frame, request, reviewDays, askAgency }: LetterOfferProps) {
  const { letterOffer: say, otherWays } = words(frame.lang).proofing;
  return (
    <Page frame={frame} title={say.title} above={<BackLink href="/verify">{otherWays.back}</BackLink>}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <h2>{say.howTitle}</h2>
      <ol>
        {say.how.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>{say.keep(reviewDays)}</p>
      <p>{say.otherwise}</p>
      <Form frame={frame} action={pathOf('consent')}>
        <ButtonGroup>
          <Button name="agree" value="letter">
            {say.submit}
          </Button>
        </ButtonGroup>
      </Form>
      {askAgency}
      <ExitLinks frame={frame} request={request} />
    </Page>
  );
}
