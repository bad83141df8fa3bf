import { words } from '../../locales/index.ts';
import type { PendingRequest } from '../../request/index.ts';
import { Button, ButtonGroup, ButtonLink, Form, Page, type PageFrame } from '../../ui/index.ts';
import { ExitLinks } from '../step/index.ts';
import { recoverPath } from '../subject.ts';

export function StopPage(props: {
  readonly frame: PageFrame;
  readonly inReview: boolean;
  readonly recovers: boolean;
}) {
  const { frame, inReview, recovers } = props;
  const { stop: say, recovery } = words(frame.lang).proofing;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.body}</p>
      {inReview ? <p>{say.inReview}</p> : null}
      <p>{recovers ? recovery.afterStop : say.after}</p>
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
  readonly recovers: boolean;
}) {
  const { frame, request, recovers } = props;
  const { stopped: say, recovery } = words(frame.lang).proofing;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.body}</p>
      <ButtonGroup>
        {recovers ? (
          <ButtonLink href={recoverPath}>{recovery.otherWays}</ButtonLink>
        ) : (
          <>
            <ButtonLink href="/verify">{say.again}</ButtonLink>
            <ButtonLink href="/account" kind="secondary">
              {say.account}
            </ButtonLink>
          </>
        )}
      </ButtonGroup>
      <ExitLinks frame={frame} request={request} />
    </Page>
  );
}
