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

export const ssnStep: StepPage = {
  section: 'number',
  draw: (at) => <SsnPage at={at} />,
  async take(at, { ssn }) {
    const typed = typeof ssn === 'string' ? ssn.slice(0, 40) : '';
    if (typed.trim() === '' && at.view.answers.ssnLast4) return 'on'; // the number given before stays
    const given = await at.needs.proofing.giveSsn(at.person, new Redacted(typed));
    if (given.ok || given.error === 'not-now') return 'on';
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
 * With the notice of purpose, choice and retention on the same page (A24): in a sentence above the button, which stays in reach
 * on a small screen, and in full below it. A number taken is never shown again.
 */
function SsnPage({ at, typed, error }: SsnPageProps) {
  const { frame, view } = at;
  const say = words(frame.lang).proofing.ssn;
  const last4 = view.answers.ssnLast4?.reveal();
  return (
    <StepLayout
      at={at}
      section="number"
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
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
        <Disclosure summary={say.noticeTitle}>
          <DefinitionList facts={say.notice} />
        </Disclosure>
        <SandboxHint at={at} about="number" />
      </Form>
    </StepLayout>
  );
}
