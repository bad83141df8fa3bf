import { formatDay, words } from '../../locales/index.ts';
import { BackLink, Button, ButtonGroup, Form, Page, type PageFrame, PrintButton } from '../../ui/index.ts';
import { SignUpSteps } from '../sign-up/index.ts';

export interface RecoveryCodesPageProps {
  readonly frame: PageFrame;
  /** Made and not yet said to be saved. */
  readonly codes?: readonly string[] | undefined;
  /** The account has codes, which new ones replace. */
  readonly again: boolean;
  readonly today: Date;
}

/** Before: why, and a button. After: the codes, until the person says that they are saved (B14). */
export function RecoveryCodesPage({ frame, codes, again, today }: RecoveryCodesPageProps) {
  const { signIn, account } = words(frame.lang);
  const say = signIn.recovery;
  const title = again ? say.titleAgain : say.title;
  const above = again ? (
    <BackLink href="/account/ways">{account.ways.title}</BackLink>
  ) : (
    <SignUpSteps frame={frame} current={3} />
  );
  return (
    <Page frame={frame} title={title} above={codes && again ? undefined : above}>
      <h1>{title}</h1>
      <p class="signet-lead">{again && !codes ? say.leadAgain : say.lead}</p>
      <p>{say.why}</p>
      {codes ? (
        <Codes frame={frame} codes={codes} today={today} />
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

/** What is printed is the codes alone, with whose they are and from when. */
function Codes({ frame, codes, today }: { frame: PageFrame; codes: readonly string[]; today: Date }) {
  const say = words(frame.lang).signIn.recovery;
  const day = formatDay(frame.lang, today.toISOString().slice(0, 10));
  return (
    <>
      <div class="signet-print-only">
        <p class="signet-print-head">{say.printed(day)}</p>
        <ul class="signet-recovery-codes" aria-label={say.listLabel}>
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
      <PrintButton lang={frame.lang} hint={say.printHint} />
      <Form frame={frame} action="/recovery-codes/saved">
        <ButtonGroup>
          <Button>{say.done}</Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
