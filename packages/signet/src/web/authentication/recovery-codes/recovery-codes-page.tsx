import { formatDate, words } from '../../locales/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  CopyButton,
  DatedSentence,
  Form,
  Page,
  type PageFrame,
  PrintButton,
} from '../../ui/index.ts';
import { SignUpSteps } from '../sign-up/index.ts';

export interface RecoveryCodesPageProps {
  readonly frame: PageFrame;
  /** Made and not yet said to be saved. */
  readonly codes?: readonly string[] | undefined;
  /** The account has codes, which new ones replace. */
  readonly again: boolean;
  readonly today: Date;
  /** Where to sign in with them, as an address bar shows it. */
  readonly site: string;
}

/** Before: why, and a button. After: the codes, until the person says that they are saved (B14). */
export function RecoveryCodesPage({ frame, codes, again, today, site }: RecoveryCodesPageProps) {
  const { signIn, account } = words(frame.lang);
  const say = signIn.recovery;
  const title = again ? say.titleAgain : say.title;
  const above = again ? (
    <BackLink href="/account/ways">{account.ways.title}</BackLink>
  ) : (
    <SignUpSteps frame={frame} current={3} />
  );
  return (
    <Page
      frame={frame}
      title={title}
      above={codes && again ? undefined : above}
      printsPart={codes !== undefined}
    >
      <h1>{title}</h1>
      <p class="signet-lead">{again && !codes ? say.leadAgain : say.lead}</p>
      <p>{say.why}</p>
      {codes ? (
        <Codes frame={frame} codes={codes} today={today} site={site} />
      ) : (
        <Form frame={frame} action="/recovery-codes">
          <ButtonGroup>
            <Button>{say.make}</Button>
          </ButtonGroup>
        </Form>
      )}
    </Page>
  );
}

/** What is printed, copied and downloaded is the same sheet: whose codes these are, from when, and how to use them. */
function Codes({ frame, codes, today, site }: CodesProps) {
  const say = words(frame.lang).signIn.recovery;
  const { head, how, care } = say.sheet;
  const day = formatDate(frame.lang, today);
  const sheet = [head(day), codes.join('\n'), how(site), care].join('\n\n');
  return (
    <>
      <div class="signet-print-only">
        <p class="signet-print-head">
          <DatedSentence lang={frame.lang} at={today} sentence={head} />
        </p>
        <ul class="signet-recovery-codes" aria-label={say.listLabel}>
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div class="signet-print-foot">
          <p>{how(site)}</p>
          <p>{care}</p>
        </div>
      </div>
      <signet-dated-text class="signet-keep" data-at={today.toISOString()} data-day={day}>
        <CopyButton lang={frame.lang} text={sheet} />
        <a
          class="usa-button usa-button--outline"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${sheet}\n`)}`}
          download={say.file}
        >
          {say.download}
        </a>
        <PrintButton lang={frame.lang} hint={say.printHint} />
      </signet-dated-text>
      <Form frame={frame} action="/recovery-codes/saved">
        <ButtonGroup>
          <Button>{say.done}</Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

interface CodesProps extends Pick<RecoveryCodesPageProps, 'frame' | 'today' | 'site'> {
  readonly codes: readonly string[];
}
