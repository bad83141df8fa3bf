import { words } from '../../locales/index.ts';
import { Button, ButtonGroup, Checkbox, Form, places } from '../../ui/index.ts';
import { otherWayFor, pathOf, StepLayout, type StepPage, type StepVisit } from '../step/index.ts';

/**
 * Names the words of `proofing.consent` that the person agreed to (A17). A test pins the words to it: other words
 * need another version, in all languages at once.
 */
export const consentVersion = 'face-check-6';

/** Names the words of `proofing.letterOffer`, which a test pins to it, too. */
export const letterVersion = 'letter-3';

export const consentStep: StepPage = {
  section: 'ready',
  draw: (at) => <ConsentPage at={at} />,
  async take(at, { agree }) {
    if (agree === 'letter') {
      await at.needs.proofing.giveConsent(at.person, letterVersion, 'face');
      return 'on';
    }
    if (agree !== 'yes') {
      const error = words(at.frame.lang).proofing.consent.error;
      return { again: <ConsentPage at={at} error={error} />, status: 422 };
    }
    await at.needs.proofing.giveConsent(at.person, consentVersion);
    return 'on';
  },
};

/** Explicit consent to the face check: what, why, how long, and that no is an answer (A17). */
function ConsentPage({ at, error }: { readonly at: StepVisit; readonly error?: string }) {
  const { frame, needs } = at;
  const say = words(frame.lang).proofing.consent;
  return (
    <StepLayout
      at={at}
      section="ready"
      title={say.title}
      problems={error ? [{ field: 'agree', text: error }] : []}
      links={[{ href: otherWayFor('consent'), text: say.refuse }]}
    >
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      {say
        .parts(
          needs.reviewRetentionDays,
          at.needs.proofing.mailsCodes(at.view.answers.document) && !at.view.recovers,
        )
        .map((part) => (
          <>
            <h2>{part.heading}</h2>
            <p>{part.body}</p>
          </>
        ))}
      <p>
        <a href={places.privacy}>{say.policy}</a>
      </p>
      <Form frame={frame} action={pathOf('consent')}>
        <Checkbox name="agree" label={say.agree} error={error} />
        <ButtonGroup>
          <Button>{words(frame.lang).common.buttons.continue}</Button>
        </ButtonGroup>
      </Form>
    </StepLayout>
  );
}
