import { words } from '../../locales/index.ts';
import { Button, ButtonGroup, Form } from '../../ui/index.ts';
import { hoursUntil, pathOf, StepLayout, type StepPage, type StepVisit, type Taken } from '../step/index.ts';
import { AnswersGiven, leadOf } from './answers-given.tsx';

/** For a person who has changed an answer after the last one. The first time, the page that asks for the number sends all. */
export const checkAnswersStep: StepPage = {
  section: 'send',
  draw: (at) => <CheckAnswersPage at={at} />,
  take: (at) => sendAnswers(at),
};

/** Sends what was given; where that is not possible now, the answers come again with the reason. */
export async function sendAnswers(at: StepVisit): Promise<Taken> {
  const sent = await at.needs.proofing.submit(at.person, at.network);
  if (sent.ok || sent.error.code === 'not-now') return 'on';
  const hours = hoursUntil(sent.error.again);
  const error = words(at.frame.lang).proofing.check.tooMany(hours);
  return { again: <CheckAnswersPage at={at} error={error} />, status: 429 };
}

function CheckAnswersPage({ at, error }: { readonly at: StepVisit; readonly error?: string }) {
  const { frame } = at;
  const say = words(frame.lang).proofing.check;
  return (
    <StepLayout at={at} section="send" title={say.title} problems={error ? [{ field: '', text: error }] : []}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{leadOf(at)}</p>
      <AnswersGiven at={at} />
      <Form frame={frame} action={pathOf('check-answers')}>
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
    </StepLayout>
  );
}
