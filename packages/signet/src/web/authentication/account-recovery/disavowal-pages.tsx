import type { AccountRecovery } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { Button, ButtonGroup, ButtonLink, Form, Page, type PageFrame, ProcessList } from '../../ui/index.ts';

export type Change = NonNullable<Awaited<ReturnType<AccountRecovery['disavowal']>>>;

interface Props {
  readonly frame: PageFrame;
}

/** What pressing does, and nothing about the person: a finder of the link learns no name and no address. */
export function DisavowPage({
  frame,
  token,
  change,
}: Props & { readonly token: string; readonly change: Change }) {
  const say = words(frame.lang).recovery.notMe;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <p>{say.does}</p>
      <ul>
        {say.effects[change].map((effect) => (
          <li>{effect}</li>
        ))}
        <li>{say.mailed}</li>
      </ul>
      <Form frame={frame} action={`/not-me/${token}`}>
        <ButtonGroup>
          <Button kind="danger">{say.submit}</Button>
        </ButtonGroup>
      </Form>
      <p>{say.was}</p>
    </Page>
  );
}

export function DisavowedPage({ frame }: Props) {
  const say = words(frame.lang).recovery.notMe.done;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <h2>{say.next}</h2>
      <ProcessList steps={say.steps} />
      <ButtonGroup>
        <ButtonLink href="/sign-in">{words(frame.lang).common.buttons.signIn}</ButtonLink>
        <ButtonLink href="/recover" kind="secondary">
          {say.recover}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}

export function LinkEndedPage({ frame }: Props) {
  const say = words(frame.lang).recovery.notMe.ended;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <ButtonGroup>
        <ButtonLink href="/not-me">{say.link}</ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
