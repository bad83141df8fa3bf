import type { PendingRequest } from '../context.ts';
import { words } from '../locales/index.ts';
import { Button, ButtonGroup, ButtonLink, Form, Page, type PageFrame } from '../ui/index.ts';
import { WaysOut } from './ways-out.tsx';

export function StopPage({ frame, inReview }: { readonly frame: PageFrame; readonly inReview: boolean }) {
  const say = words(frame.lang).proofing.stop;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.body}</p>
      {inReview ? <p>{say.inReview}</p> : null}
      <p>{say.after}</p>
      <Form frame={frame} action="/verify/withdraw">
        <ButtonGroup>
          <Button kind="danger">{say.yes}</Button>
          <ButtonLink href="/verify" kind="secondary">
            {say.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

export function StoppedPage(props: {
  readonly frame: PageFrame;
  readonly request: PendingRequest | undefined;
}) {
  const { frame, request } = props;
  const say = words(frame.lang).proofing.stopped;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.body}</p>
      <ButtonGroup>
        <ButtonLink href="/verify">{say.again}</ButtonLink>
        <ButtonLink href="/account" kind="secondary">
          {say.account}
        </ButtonLink>
      </ButtonGroup>
      <WaysOut frame={frame} request={request} />
    </Page>
  );
}
