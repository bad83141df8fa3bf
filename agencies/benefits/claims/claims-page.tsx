import type { Clock } from '@signet/agencies-ui/clock';
import type { Frame } from '@signet/agencies-ui/pages';
import { formatDay, words } from '../locales/index.ts';
import { Page } from '../ui/page.tsx';
import { type Claim, stateOf } from './claim.ts';

interface ClaimsPageProps {
  readonly frame: Frame;
  readonly claims: readonly Claim[];
  readonly clock: Clock;
}

export function ClaimsPage({ frame, claims, clock }: ClaimsPageProps) {
  const { claims: say, benefits } = words(frame.lang);
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      {claims.length === 0 ? <p class="lead">{say.none}</p> : null}
      <ul class="claims">
        {claims.map((claim) => (
          <li class="tile">
            <h2 class="tile-title">
              <a href={`/claims/${claim.number}`}>{benefits[claim.contents.benefit].title}</a>
            </h2>
            <p>
              <strong>{say.state[stateOf(claim, clock.now())].label}</strong>
            </p>
            <p class="small">
              {say.received(formatDay(frame.lang, clock.dayOf(claim.receivedAt)))} · {claim.number}
            </p>
          </li>
        ))}
      </ul>
      <p class="action">
        <a href="/welcome">{say.see}</a>
      </p>
    </Page>
  );
}
