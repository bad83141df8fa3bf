import { words } from '../../locales/index.ts';
import { Button, ButtonGroup, ButtonLink, Form, Page } from '../../ui/index.ts';
import type { StepVisit } from '../step/index.ts';
import { Seal } from './proven-moment.tsx';

export function VerifiedPage({ at }: { readonly at: StepVisit }) {
  return at.view.recovers ? <ProvenAgainPage at={at} /> : <ProvenPage at={at} />;
}

/** It is them: next they choose a new way to sign in. The form begins the session that may. */
function ProvenAgainPage({ at: { frame } }: { readonly at: StepVisit }) {
  const say = words(frame.lang).proofing.recovery.proven;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <ul>
        {say.points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      <Form frame={frame} action="/recover/proven">
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

/** The end of the longest way that a person goes here: it says so, and shows it before it is read. */
function ProvenPage({ at }: { readonly at: StepVisit }) {
  const { frame } = at;
  const say = words(frame.lang).proofing.verified;
  const next = agencyAhead(at);
  return (
    <Page frame={frame} title={say.title}>
      <div class="signet-moment">
        <Seal />
        <h1>{say.title}</h1>
        <p class="signet-lead">{say.lead}</p>
      </div>
      <ul class="signet-done">
        {say.points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      {next ? <p>{say.nextAtAgency(next.agency)}</p> : null}
      <ButtonGroup>
        {next ? (
          <ButtonLink href={next.href}>{say.toAgency(next.agency)}</ButtonLink>
        ) : (
          <ButtonLink href="/account">{say.toAccount}</ButtonLink>
        )}
      </ButtonGroup>
    </Page>
  );
}

/**
 * An agency's request that waits: this tab's, or one that was left, for a person who came by a mail after an agent decided. A
 * request of another browser cannot be answered here: then the agency's own pages lead on.
 */
const agencyAhead = ({ frame, ahead }: StepVisit) =>
  ahead ? { agency: ahead.agencyName[frame.lang], href: `/interaction/${ahead.uid}` } : frame.waiting;
