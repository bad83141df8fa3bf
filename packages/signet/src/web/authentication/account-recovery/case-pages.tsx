import type { CaseState } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  DatedSentence,
  EmailedCode,
  EmailQuestion,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  ProcessList,
} from '../../ui/index.ts';

interface Props {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

/** Which account, and where to write: the same question twice, in two pages. */
export function CaseEmailPage(
  props: Props & { readonly asks: 'account' | 'contact'; readonly email?: string },
) {
  const { frame, problems = [], asks, email } = props;
  const say = words(frame.lang).recovery.case;
  return (
    <Page
      frame={frame}
      title={say[asks].title}
      problems={problems}
      above={<BackLink href={asks === 'account' ? '/recover' : '/recover/case'}>{say.account.back}</BackLink>}
    >
      <EmailQuestion
        frame={frame}
        action={asks === 'account' ? '/recover/case' : '/recover/case/contact'}
        question={say[asks].title}
        hint={say[asks].hint}
        submit={words(frame.lang).common.buttons.continue}
        email={email}
        problems={problems}
      />
    </Page>
  );
}

export function CaseCodePage({ frame, problems = [], email }: Props & { readonly email: string }) {
  const say = words(frame.lang).recovery.case.code;
  return (
    <Page
      frame={frame}
      title={say.title}
      problems={problems}
      above={<BackLink href="/recover/case/contact">{words(frame.lang).recovery.code.change}</BackLink>}
    >
      <EmailedCode
        frame={frame}
        title={say.title}
        lead={say.lead}
        email={email}
        action="/recover/case/code"
        label={say.label}
        submit={say.submit}
        problems={problems}
      />
    </Page>
  );
}

export function CaseOpenedPage(props: Props & { readonly reference: string; readonly waitHours: number }) {
  const { frame, reference, waitHours } = props;
  const say = words(frame.lang).recovery.case.opened;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <p>
        {say.reference}: <strong class="signet-key">{reference}</strong>
      </p>
      <p>{say.keep}</p>
      <h2>{say.next}</h2>
      <ProcessList steps={say.steps(waitHours)} />
    </Page>
  );
}

export function CaseStatusPage(
  props: Props & {
    readonly reference: string;
    readonly state: CaseState;
    readonly until?: Date | undefined;
  },
) {
  const { frame, reference, state, until } = props;
  const say = words(frame.lang).recovery.case.status;
  const over = state === 'refused' || state === 'canceled';
  return (
    <Page frame={frame} title={say.title(reference)}>
      <h1>{say.title(reference)}</h1>
      <p class="signet-lead">{say.states[state]}</p>
      {until ? (
        <p>
          <DatedSentence lang={frame.lang} at={until} sentence={say.until} />
        </p>
      ) : null}
      {over ? (
        <ButtonGroup>
          <ButtonLink href="/recover/case">{say.again}</ButtonLink>
        </ButtonGroup>
      ) : null}
    </Page>
  );
}

/** On a page of its own, since mail scanners follow links and press nothing. */
export function CaseLinkPage({ frame, token }: Props & { readonly token: string }) {
  const say = words(frame.lang).recovery.case.link;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <Form frame={frame} action={`/recover/link/${token}`}>
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

export function CaseLinkEndedPage({ frame, of }: Props & { readonly of: 'status' | 'link' }) {
  const say = words(frame.lang).recovery.case;
  return (
    <Page frame={frame} title={say[of].ended}>
      <h1>{say[of].ended}</h1>
      <p class="signet-lead">{say[of].endedLead}</p>
      <ButtonGroup>
        <ButtonLink href="/recover">{say.status.again}</ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
