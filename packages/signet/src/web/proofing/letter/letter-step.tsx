import { Redacted } from '../../../kernel/index.ts';
import type { LetterError, MailedCodeError } from '../../../modules/proofing/index.ts';
import { formatDate, type Lang, words } from '../../locales/index.ts';
import { Alert, Button, ButtonGroup, CodeField, Form } from '../../ui/index.ts';
import { AskAgency } from '../agency-help/index.ts';
import {
  hoursUntil,
  pathOf,
  SandboxHint,
  StepLayout,
  type StepPage,
  type StepVisit,
  type Taken,
} from '../step/index.ts';

const page = pathOf('letter');

/** The code of a letter, days after everything else: the person comes back to this page until it is typed. */
export const letterStep: StepPage = {
  section: 'send',
  draw: (at) => <LetterPage at={at} />,
  async take(at, { code, send }) {
    if (send === 'again') return mailAgain(at);
    const typed = typeof code === 'string' ? code.slice(0, 40) : '';
    const confirmed = await at.needs.proofing.confirmMailedCode(at.person, new Redacted(typed));
    if (confirmed.ok || confirmed.error.code === 'not-now') return 'on';
    const error = wrongCode(at.frame.lang, confirmed.error);
    const status = confirmed.error.code === 'too-many-tries' ? 429 : 422;
    return { again: <LetterPage at={at} error={error} />, status };
  },
};

async function mailAgain(at: StepVisit): Promise<Taken> {
  const sent = await at.needs.proofing.mailCodeAgain(at.person);
  if (sent.ok) return { to: `${page}?sent=again` };
  if (sent.error.code === 'not-now') return 'on';
  const error = notSent(at, sent.error);
  const noMore = sent.error.code === 'no-more';
  return { again: <LetterPage at={at} notSent={error} noMore={noMore} />, status: 429 };
}

function wrongCode(lang: Lang, error: Exclude<MailedCodeError, { code: 'not-now' }>): string {
  const say = words(lang).proofing.letter;
  return error.code === 'too-many-tries' ? say.tooManyTries(hoursUntil(error.again)) : say.errors[error.code];
}

function notSent({ frame }: StepVisit, error: Exclude<LetterError, { code: 'not-now' }>): string {
  const say = words(frame.lang).proofing.letter;
  if (error.code === 'no-more') return say.noMore;
  const day = formatDate(frame.lang, error.again);
  return error.code === 'too-soon' ? say.tooSoon(day) : say.tooManyLetters(day);
}

interface LetterPageProps {
  readonly at: StepVisit;
  readonly error?: string;
  /** Why no other letter was sent: no fault of the field. */
  readonly notSent?: string;
  /** And none will be. */
  readonly noMore?: boolean;
}

function LetterPage({ at, error, notSent: why, noMore = false }: LetterPageProps) {
  const { frame, view } = at;
  const { letter: say } = words(frame.lang).proofing;
  const { letter } = view;
  const day = (when: Date) => formatDate(frame.lang, when);
  return (
    <StepLayout
      at={at}
      section="send"
      wayBack={at.request}
      title={say.title}
      problems={error ? [{ field: 'code', text: error }] : []}
    >
      {at.query.sent === 'again' && !error ? (
        <Alert lang={frame.lang} kind="success" heading={say.sentTitle} live>
          <p>{say.sentBody}</p>
        </Alert>
      ) : null}
      {why ? (
        <Alert lang={frame.lang} kind="warning" live>
          <p>{why}</p>
        </Alert>
      ) : null}
      <h1>{say.title}</h1>
      {letter ? (
        <>
          <p class="signet-lead">{say.sentOn(day(letter.sentAt))}</p>
          <address class="signet-envelope">
            {letter.to.reveal().map((line) => (
              <span>{line}</span>
            ))}
          </address>
          <p>{say.until(day(letter.until))}</p>
        </>
      ) : null}
      <Form frame={frame} action={page}>
        <CodeField name="code" label={say.field} hint={say.hint} error={error} length={8} />
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
      <p>{say.never}</p>
      <SandboxHint at={at} about="letter" />
      <h2>{say.missingTitle}</h2>
      <p>{say.missing}</p>
      <Form frame={frame} action={page}>
        <Button kind="link" name="send" value="again">
          {say.again}
        </Button>
      </Form>
      {noMore ? <AskAgency frame={frame} agencies={at.needs.agencies} request={at.ahead} /> : null}
    </StepLayout>
  );
}
