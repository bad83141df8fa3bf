import { Redacted } from '../../../kernel/index.ts';
import { words } from '../../locales/index.ts';
import { Button, ButtonGroup, DefinitionList, Disclosure, Form, TextField } from '../../ui/index.ts';
import {
  otherWayFor,
  pathOf,
  SandboxHint,
  StepLayout,
  type StepPage,
  type StepVisit,
} from '../step/index.ts';
import { AnswersGiven, leadOf } from './answers-given.tsx';
import { sendAnswers } from './check-answers-step.tsx';

export const ssnStep: StepPage = {
  section: 'send',
  draw: (at) => <SsnPage at={at} />,
  async take(at, { ssn }) {
    const typed = typeof ssn === 'string' ? ssn.slice(0, 40) : '';
    if (typed.trim() === '' && at.view.answers.ssnLast4) return sendAnswers(at); // the number given before stays
    const given = await at.needs.proofing.giveSsn(at.person, new Redacted(typed));
    if (given.ok) return sendAnswers({ ...at, view: given.value });
    if (given.error === 'not-now') return 'on';
    const error = words(at.frame.lang).proofing.ssn.errors[given.error];
    return { again: <SsnPage at={at} typed={typed} error={error} />, status: 422 };
  },
};

interface SsnPageProps {
  readonly at: StepVisit;
  readonly typed?: string;
  readonly error?: string;
}

/**
 * The last question. With the notice of purpose, choice and retention on the same page (A24): in a sentence beside the field, and
 * in full below the button. The button sends everything, so all other answers stand above it. A number taken is never shown
 * again.
 */
function SsnPage({ at, typed, error }: SsnPageProps) {
  const { frame, view } = at;
  const { ssn: say, check } = words(frame.lang).proofing;
  const last4 = view.answers.ssnLast4?.reveal();
  return (
    <StepLayout
      at={at}
      section="send"
      title={say.title}
      problems={error ? [{ field: 'ssn', text: error }] : []}
      links={[{ href: otherWayFor('ssn'), text: say.refuse }]}
    >
      <Form frame={frame} action={pathOf('ssn')}>
        <TextField
          name="ssn"
          label={say.title}
          labelIsHeading
          hint={last4 ? `${say.hint} ${say.already(last4)}` : say.hint}
          value={typed}
          error={error}
          width="medium"
          secret
          inputmode="numeric"
          autocomplete="off"
        />
        <p>{say.noticeShort}</p>
        <SandboxHint at={at} about="number" />
        <h2>{check.title}</h2>
        <p>{leadOf(at)}</p>
        <AnswersGiven at={at} exceptNumber />
        <ButtonGroup>
          <Button>{check.submit}</Button>
        </ButtonGroup>
        <Disclosure summary={say.noticeTitle}>
          <DefinitionList facts={say.notice} />
        </Disclosure>
      </Form>
    </StepLayout>
  );
}
