import type { Clock } from '@signet/agencies-ui/clock';
import { Form, Submit } from '@signet/agencies-ui/forms';
import type { Frame } from '@signet/agencies-ui/pages';
import { formatDay, words } from '../locales/index.ts';
import { Page } from '../ui/page.tsx';
import { type Claim, decidedAt, stateOf, stepsOf } from './claim.ts';
import { ClaimFacts } from './claim-facts.tsx';

interface ClaimPageProps {
  readonly frame: Frame;
  readonly claim: Claim;
  readonly clock: Clock;
  /** What was just done, or could not be. */
  readonly told: 'filed' | 'already' | 'tooLate' | undefined;
}

function Steps({ frame, claim, clock }: Omit<ClaimPageProps, 'told'>) {
  const { steps } = words(frame.lang).claims;
  return (
    <ol class="steps">
      {stepsOf(claim, clock).map(({ step, on, done }) => (
        <li class={done ? 'step step-done' : 'step'}>
          <strong class="step-name">{steps[step]}</strong>
          {done ? formatDay(frame.lang, on) : steps.planned(formatDay(frame.lang, on))}
        </li>
      ))}
    </ol>
  );
}

/** One claim: where it stands, when what happens, and what was filed. It is the receipt as well. */
export function ClaimPage({ frame, claim, clock, told }: ClaimPageProps) {
  const { claims, benefits } = words(frame.lang);
  const title = claims.of(benefits[claim.contents.benefit].title);
  const state = stateOf(claim, clock.now());
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      {told ? (
        <p class="notice" role="status">
          {claims[told]}
        </p>
      ) : null}
      <p class="lead">
        <strong>{claims.state[state].label}.</strong> {claims.state[state].text}
      </p>
      <h2>{claims.steps.title}</h2>
      <Steps frame={frame} claim={claim} clock={clock} />
      <section class="details" aria-labelledby="receipt">
        <h2 id="receipt">{claims.receipt}</h2>
        <ClaimFacts frame={frame} claim={claim.contents} number={claim.number} />
      </section>
      {state === 'received' || state === 'in-review' ? (
        <section class="no-print">
          <h2>{claims.withdraw.title}</h2>
          <p>{claims.withdraw.text(formatDay(frame.lang, clock.dayOf(decidedAt(claim))))}</p>
          <Form frame={frame} action={`/claims/${claim.number}/withdraw`}>
            <Submit quiet>{claims.withdraw.action}</Submit>
          </Form>
        </section>
      ) : null}
    </Page>
  );
}
