import { afterRefusal, type ReasonCode } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Button, ButtonGroup, ButtonLink, Form, Page, places } from '../../ui/index.ts';
import { AskAgency } from '../agency-help/index.ts';
import { ExitLinks, Reasons, type StepVisit } from '../step/index.ts';
import { recoverPath } from '../subject.ts';

interface RefusedPageProps {
  readonly at: StepVisit;
  readonly reasons: readonly ReasonCode[];
}

/** The same page whatever the reason, but for the sentence that says which piece of evidence it was (A22). */
export function RefusedPage({ at, reasons }: RefusedPageProps) {
  const { frame } = at;
  const say = words(frame.lang).proofing.refused;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <h2>{say.why}</h2>
      <Reasons frame={frame} reasons={reasons} help />
      <h2>{say.next}</h2>
      <NextWay at={at} reasons={reasons} />
      {at.view.recovers ? null : <AskAgency frame={frame} agencies={at.needs.agencies} request={at.ahead} />}
      <ExitLinks
        frame={frame}
        links={[{ href: '/verify/redress', text: say.redress }]}
        request={at.request}
        decided
      />
    </Page>
  );
}

/** One button, to a way that can succeed: what ended for good is not offered again. */
function NextWay({ at, reasons }: RefusedPageProps) {
  const { frame } = at;
  const { refused: say, recovery } = words(frame.lang).proofing;
  if (at.view.recovers) return <Way href={recoverPath} text={recovery.otherWays} />;
  const after = afterRefusal(reasons);
  if (after === 'own-account') {
    return (
      <Form frame={frame} action={places.signOut}>
        <ButtonGroup>
          <Button>{say.signInThere}</Button>
        </ButtonGroup>
      </Form>
    );
  }
  if (after === 'agency') return <Way href="/verify/other-ways/not-here" text={say.otherWays} />;
  return (
    <Form frame={frame} action="/verify">
      <ButtonGroup>
        <Button name="again" value="yes">
          {say.again}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

const Way = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <ButtonGroup>
    <ButtonLink href={href}>{text}</ButtonLink>
  </ButtonGroup>
);
