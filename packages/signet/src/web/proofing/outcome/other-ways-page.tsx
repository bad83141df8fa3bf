import type { Child } from 'hono/jsx';
import type { DocumentNotTaken } from '../../../modules/proofing/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import type { PendingRequest } from '../../request/index.ts';
import { BackLink, Button, ButtonGroup, ButtonLink, Form, Page, type PageFrame } from '../../ui/index.ts';
import { AskAgency, type AskAgencyProps } from '../agency-help/index.ts';
import { ExitLinks, pathOf } from '../step/index.ts';
import { recoverPath } from '../subject.ts';

/** Why a person cannot go the usual way, and which of the ways help then. */
const waysFor = {
  'mobile-license': ['card', 'getCard', 'agency'],
  'none-of-these': ['helper', 'letter', 'getCard', 'agency'],
  'no-face-check': ['letter', 'agency'],
  'no-photo': ['helper', 'letter', 'agency'],
  'no-number': ['agency'],
  'not-here': ['agency'],
} as const satisfies Readonly<
  Record<DocumentNotTaken | 'no-face-check' | 'no-photo' | 'no-number' | 'not-here', unknown>
>;

export type Trouble = keyof typeof waysFor;
export const troubles = Object.keys(waysFor) as readonly Trouble[];

export interface OtherWaysPageProps extends Pick<AskAgencyProps, 'agencies'> {
  readonly frame: PageFrame;
  readonly request: PendingRequest | undefined;
  readonly trouble: Trouble;
  /** In a recovery, which goes on with another method in this very browser. */
  readonly recovers: boolean;
  /** A code by mail can take the face check's place. */
  readonly letter: boolean;
  /** It can with some documents. */
  readonly mailsLetters: boolean;
  /** How long photos are kept at most where a person looks (A17). */
  readonly reviewDays: number;
}

/** Only what can work today is named: no promise of a way that is not built. */
export function OtherWaysPage(props: OtherWaysPageProps) {
  const { frame, request, agencies, trouble, recovers, letter, mailsLetters, reviewDays } = props;
  const { otherWays: say, recovery } = words(frame.lang).proofing;
  const askAgency = <AskAgency frame={frame} agencies={agencies} request={request} />;
  if (letter)
    return <LetterOffer frame={frame} request={request} reviewDays={reviewDays} askAgency={askAgency} />;
  const title = say.titles[trouble];
  return (
    <Page frame={frame} title={title} above={<BackLink href="/verify">{say.back}</BackLink>}>
      <h1>{title}</h1>
      <p class="signet-lead">{say.leads[trouble]}</p>
      {waysFor[trouble]
        .filter((way) => (way === 'letter' ? mailsLetters : !recovers || isOfPapers(way)))
        .map((way) =>
          way === 'agency' ? (
            askAgency
          ) : (
            <>
              <h2>{say[way].heading}</h2>
              <p>{say[way].body}</p>
              {way === 'card' || (way === 'letter' && trouble === 'no-face-check') ? (
                <ChooseAgain lang={frame.lang} />
              ) : null}
              {way === 'letter' && trouble !== 'no-face-check' ? (
                <p>
                  <a href="/verify/other-ways/no-face-check">{say.letter.link}</a>
                </p>
              ) : null}
            </>
          ),
        )}
      {recovers ? (
        <>
          <h2>{recovery.ladder.heading}</h2>
          <p>{recovery.ladder.body}</p>
          <ButtonGroup>
            <ButtonLink href={recoverPath}>{recovery.otherWays}</ButtonLink>
          </ButtonGroup>
        </>
      ) : null}
      <ExitLinks frame={frame} request={request} />
    </Page>
  );
}

/** The page asks a person who came from there, and has another document, nothing twice. */
const ChooseAgain = ({ lang }: { readonly lang: Lang }) => (
  <ButtonGroup>
    <ButtonLink href={pathOf('choose')}>{words(lang).proofing.photo.otherDocument}</ButtonLink>
  </ButtonGroup>
);

/** A8, A17: no to the face check leads on, and says how and how long. */
function LetterOffer({
  frame,
  request,
  reviewDays,
  askAgency,
}: Pick<OtherWaysPageProps, 'frame' | 'request' | 'reviewDays'> & { readonly askAgency: Child }) {
  const { letterOffer: say, otherWays } = words(frame.lang).proofing;
  return (
    <Page frame={frame} title={say.title} above={<BackLink href="/verify">{otherWays.back}</BackLink>}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <h2>{say.howTitle}</h2>
      <ol>
        {say.how.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>{say.keep(reviewDays)}</p>
      <p>{say.otherwise}</p>
      <Form frame={frame} action={pathOf('consent')}>
        <ButtonGroup>
          <Button name="agree" value="letter">
            {say.submit}
          </Button>
        </ButtonGroup>
      </Form>
      {askAgency}
      <ExitLinks frame={frame} request={request} />
    </Page>
  );
}

const isOfPapers = (way: string): boolean => way === 'card' || way === 'getCard';
