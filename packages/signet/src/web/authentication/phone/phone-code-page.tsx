import type { Child } from 'hono/jsx';
import type { PhoneCodeUnderWay } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  ButtonLink,
  CodeField,
  type FieldProblem,
  Form,
  MaskedPhone,
  OutboxHint,
  Page,
  type PageFrame,
  problemWith,
} from '../../ui/index.ts';

export interface PhoneCodePageProps {
  readonly frame: PageFrame;
  readonly underWay: PhoneCodeUnderWay;
  readonly problems?: readonly FieldProblem[] | undefined;
  /** Another one was just asked for. */
  readonly again: boolean;
  /** Where the code is sent to, and where another one is asked for. */
  readonly actions: { readonly code: string; readonly again: string };
  readonly submit: string;
  /** What the message must say that it is for. */
  readonly purpose?: string | undefined;
  readonly above: Child;
}

/** The code that was texted or is being called. The other way stands below, since a text may be slow or a call missed. */
export function PhoneCodePage(props: PhoneCodePageProps) {
  const { frame, underWay, problems = [], actions } = props;
  const { code: say } = words(frame.lang).phones;
  const byText = underWay.by === 'text';
  const title = byText ? say.titleText : say.titleCall;
  return (
    <Page frame={frame} title={title} problems={problems} above={props.above}>
      {props.again ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{byText ? say.sent : say.called}</p>
        </Alert>
      ) : null}
      <h1>{title}</h1>
      <p class="signet-lead">
        {byText ? say.texted : say.calling} <MaskedPhone lang={frame.lang} masked={underWay.masked} />.{' '}
        {byText ? '' : `${say.spoken} `}
        {say.once}
      </p>
      <Form frame={frame} action={actions.code}>
        <CodeField name="code" label={say.label} length={6} error={problemWith(problems, 'code')} />
        {props.purpose ? <p class="usa-hint">{say.purpose(props.purpose)}</p> : null}
        <ButtonGroup>
          <Button>{props.submit}</Button>
        </ButtonGroup>
      </Form>
      <OutboxHint frame={frame} />
      <Form frame={frame} action={actions.again}>
        <ButtonGroup>
          {underWay.ways
            .toSorted((a) => (a === underWay.by ? -1 : 1))
            .map((by) => (
              <Button kind="secondary" name="by" value={by}>
                {by === underWay.by
                  ? byText
                    ? say.againText
                    : say.againCall
                  : by === 'text'
                    ? say.insteadText
                    : say.insteadCall}
              </Button>
            ))}
        </ButtonGroup>
      </Form>
    </Page>
  );
}

/** B6: the number may be in a thief's phone. No code was sent; what else there is comes first. */
export function PhoneChangedPage({ frame, others }: { readonly frame: PageFrame; readonly others: boolean }) {
  const say = words(frame.lang).phones.changed;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <p>{say.why}</p>
      <p>{say.yours}</p>
      <p>{say.notYours}</p>
      <ButtonGroup>
        {others ? <ButtonLink href="/sign-in/code">{say.other}</ButtonLink> : null}
        <ButtonLink href="/help" kind={others ? 'secondary' : 'primary'}>
          {say.help}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
