import { situations } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import type { PendingRequest } from '../../request/index.ts';
import { BackLink, Page, type PageFrame } from '../../ui/index.ts';
import { ExitLinks } from '../step/index.ts';

interface SituationsPageProps {
  readonly frame: PageFrame;
  readonly request: PendingRequest | undefined;
}

/** For whoever lacks something, or is in another situation than most: each finds a page of their own. */
export function SituationsPage({ frame, request }: SituationsPageProps) {
  const say = words(frame.lang).proofing.otherWays;
  return (
    <Page frame={frame} title={say.title} above={<BackLink href="/verify">{say.back}</BackLink>}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <ul class="signet-situations">
        {situations.map((situation) => (
          <li>
            <a href={`/verify/other-ways/${situation}`}>{say.situations[situation].choice}</a>
          </li>
        ))}
      </ul>
      <ExitLinks frame={frame} request={request} />
    </Page>
  );
}
