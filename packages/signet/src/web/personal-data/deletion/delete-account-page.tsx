import type { PendingDeletion } from '../../../modules/personal-data/index.ts';
import { AccountSection, sections } from '../../account/layout/index.ts';
import { words } from '../../locales/index.ts';
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  type FieldProblem,
  Form,
  LocalTime,
  type PageFrame,
  problemWith,
} from '../../ui/index.ts';

interface Props {
  readonly frame: PageFrame;
  /** Days between asking and the end. */
  readonly days: number;
}

/** Before an account is deleted: exactly what that does. */
export function DeleteAccountPage(props: Props & { readonly problems?: readonly FieldProblem[] }) {
  const { frame, days, problems = [] } = props;
  const say = words(frame.lang).account.leaving;
  return (
    <AccountSection
      frame={frame}
      section="data"
      title={say.title}
      problems={problems}
      above={<BackLink href={sections.data}>{words(frame.lang).common.frame.back}</BackLink>}
    >
      <p class="signet-lead">{say.lead(days)}</p>
      <What frame={frame} />
      <p>
        <a href="/account/data/download">{say.takeFirst}</a>
      </p>
      <Form frame={frame} action="/account/close">
        <Checkbox name="understood" label={say.understood} error={problemWith(problems, 'understood')} />
        <ButtonGroup>
          <Button kind="danger">{say.submit}</Button>
          <ButtonLink kind="secondary" href={sections.data}>
            {say.keep}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </AccountSection>
  );
}

/** While it waits: when it happens, and the way back. */
export function ClosingPage({
  frame,
  pending,
}: {
  readonly frame: PageFrame;
  readonly pending: PendingDeletion;
}) {
  const say = words(frame.lang).account.leaving;
  return (
    <AccountSection frame={frame} section="data" title={say.waiting.title} withoutBanner>
      <p class="signet-lead">
        {say.waiting.due} <LocalTime lang={frame.lang} at={pending.dueAt} />.
      </p>
      {pending.held ? (
        <Alert lang={frame.lang} kind="info">
          <p>{say.waiting.held[pending.held]}</p>
        </Alert>
      ) : null}
      <p>{say.waiting.until}</p>
      <Form frame={frame} action="/account/close/keep">
        <ButtonGroup>
          <Button>{say.keep}</Button>
        </ButtonGroup>
      </Form>
      <What frame={frame} />
    </AccountSection>
  );
}

function What({ frame }: { readonly frame: PageFrame }) {
  const say = words(frame.lang).account.leaving;
  return (
    <>
      <h2>{say.goes}</h2>
      <Points points={say.goesList} />
      <h2>{say.stays}</h2>
      <Points points={say.staysList} />
      <h2>{say.after}</h2>
      <Points points={say.afterList} />
    </>
  );
}

const Points = ({ points }: { readonly points: readonly string[] }) => (
  <ul>
    {points.map((point) => (
      <li>{point}</li>
    ))}
  </ul>
);
