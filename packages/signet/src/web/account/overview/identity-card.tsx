import type { CaseView } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { ButtonLink, DatedSentence, type PageFrame, Tag } from '../../ui/index.ts';
import { sections } from '../layout/index.ts';
import { wordsOfCheck } from './identity-check.ts';
import { OverviewCard } from './overview-card.tsx';

interface Props {
  readonly frame: PageFrame;
  readonly verifiedAt: Date | undefined;
  /** What the person is proving now or last proved, where that is still kept. */
  readonly identityCheck: CaseView | undefined;
  /** What was verified is in a vault that this session does not open. */
  readonly locked: boolean;
}

/** Whether they are verified, and what opens it where it is locked; where not, how far they are, and the way on. */
export function IdentityCard({ frame, verifiedAt, identityCheck, locked }: Props) {
  const say = words(frame.lang).account.overview;
  if (verifiedAt) {
    return (
      <OverviewCard
        heading={say.identity}
        tag={<Tag tone="good">{say.proven}</Tag>}
        body={
          <>
            <p>
              <DatedSentence lang={frame.lang} at={verifiedAt} sentence={say.verified} />
            </p>
            {locked ? <p>{say.locked}</p> : null}
          </>
        }
        href={locked ? '/sign-in/open-vault?to=/account' : sections.data}
        link={locked ? say.open : say.data}
      />
    );
  }
  const { tag, body, link } = wordsOfCheck(frame.lang, identityCheck);
  return (
    <OverviewCard
      heading={say.identity}
      tag={<Tag>{tag}</Tag>}
      body={<p>{body}</p>}
      action={
        <ButtonLink href="/verify" kind="secondary">
          {link}
        </ButtonLink>
      }
    />
  );
}
