import { Redacted } from '../../../kernel/index.ts';
import type { LetterError, MailedCodeError } from '../../../modules/proofing/index.ts';
import { formatDate, formatMoment, type Lang, words } from '../../locales/index.ts';
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
  if (error.code === 'too-many-tries') return say.tooManyTries(hoursUntil(error.again));
  return error.code === 'wrong' ? say.errors.wrong(error.left) : say.errors[error.code];
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

function LetterPage({ at, error, notSent: why }: LetterPageProps) {
  const { frame, view } = at;
  const { letter: say } = words(frame.lang).proofing;
  const { letter } = view;
  const title = letter && !hasLeft(letter) ? say.titleBefore : say.title;
  return (
    <StepLayout
      at={at}
      section="send"
      wayBack={at.request}
      title={title}
      problems={error ? [{ field: 'code', text: error }] : []}
    >
      {at.query.sent === 'again' && !error ? (
        <Alert lang={frame.lang} kind="success" heading={say.sentTitle} live>
          <p>{say.sentBody}</p>
        </Alert>
      ) : null}
      {why || letter?.notMailed ? (
        <Alert lang={frame.lang} kind="warning" live={why !== undefined}>
          <p>{why ?? say.notMailed}</p>
        </Alert>
      ) : null}
      <h1>{title}</h1>
      {letter ? <Envelope lang={frame.lang} letter={letter} /> : null}
      <Form frame={frame} action={page}>
        <CodeField name="code" label={say.field} hint={say.hint} error={error} length={8} />
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
      <p>{say.never}</p>
      <SandboxHint at={at} about="letter" />
      <h2>{say.missingTitle}</h2>
      {letter ? <AnotherLetter at={at} letter={letter} said={why} /> : null}
    </StepLayout>
  );
}

type Letter = NonNullable<StepVisit['view']['letter']>;

const hasLeft = ({ leavesAt }: Letter): boolean => leavesAt.getTime() <= Date.now();

/** Where it goes and when: before it leaves, so that whoever gets no mail there stops it, and after. */
function Envelope({ lang, letter }: { readonly lang: Lang; readonly letter: Letter }) {
  const say = words(lang).proofing.letter;
  const day = (when: Date) => formatDate(lang, when);
  const left = hasLeft(letter);
  return (
    <>
      <p class="signet-lead">
        {left ? say.sentOn(day(letter.leavesAt)) : say.leaves(formatMoment(lang, letter.leavesAt))}
      </p>
      <address class="signet-envelope">
        {letter.to.reveal().map((line) => (
          <span>{line}</span>
        ))}
      </address>
      {left ? null : (
        <p>
          <a href="/verify/stop">{say.stopBefore}</a>
        </p>
      )}
      <p>{say.until(day(letter.arrivesBy), day(letter.until))}</p>
    </>
  );
}

/** Another letter, where one can be had now; else from when, or that there is none and what else works. */
function AnotherLetter({
  at,
  letter,
  said,
}: {
  readonly at: StepVisit;
  readonly letter: Letter;
  /** Why none was sent, where the page says so already. */
  readonly said: string | undefined;
}) {
  const { frame } = at;
  const say = words(frame.lang).proofing.letter;
  const { againFrom } = letter;
  if (!againFrom || said === say.noMore)
    return (
      <>
        {said ? null : <p>{say.noMore}</p>}
        <AskAgency frame={frame} agencies={at.needs.agencies} request={at.ahead} />
      </>
    );
  if (againFrom.getTime() > Date.now())
    return (
      <p>
        {say.tooSoon(formatDate(frame.lang, againFrom))} {say.missing}
      </p>
    );
  return (
    <>
      <p>{say.missing}</p>
      <Form frame={frame} action={page}>
        <Button kind="link" name="send" value="again">
          {say.again}
        </Button>
      </Form>
    </>
  );
}
