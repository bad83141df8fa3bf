import { Redacted } from '../../../kernel/index.ts';
import { words } from '../../locales/index.ts';
import { Button, ButtonGroup, DefinitionList, Disclosure, Form, TextField } from '../../ui/index.ts';
import { pathOf, SandboxHint, StepLayout, type StepPage, type StepVisit } from '../step/index.ts';
import { textsAgain } from './resend-wait.ts';

export const phoneStep: StepPage = {
  section: 'phone',
  draw: (at) => <PhonePage at={at} />,
  async take(at, { phone, have }) {
    const { proofing } = at.needs;
    if (have === 'none') {
      await proofing.sayNoPhone(at.person);
      return 'on';
    }
    const typed = typeof phone === 'string' ? phone.slice(0, 60) : '';
    if (typed.trim() === '' && at.view.answers.phone?.kind === 'number') return 'on'; // the one given before stays
    const given = await proofing.givePhone(at.person, new Redacted(typed));
    if (given.ok || given.error.code === 'not-now') return 'on';
    if (given.error.code === 'too-many-texts') {
      const error = textsAgain(at.frame.lang, given.error.again);
      return { again: <PhonePage at={at} typed={typed} error={error} />, status: 429 };
    }
    const error = words(at.frame.lang).proofing.phone.errors[given.error.why];
    return { again: <PhonePage at={at} typed={typed} error={error} />, status: 422 };
  },
};

interface PhonePageProps {
  readonly at: StepVisit;
  readonly typed?: string;
  readonly error?: string;
}

/** What for, what is kept, and the way on without a phone, on the same page. */
function PhonePage({ at, typed, error }: PhonePageProps) {
  const { frame, view, needs } = at;
  const say = words(frame.lang).proofing.phone;
  const { phone } = view.answers;
  const hint = phone?.kind === 'number' ? `${say.hint}. ${say.already(phone.last4.reveal())}` : say.hint;
  return (
    <StepLayout
      at={at}
      section="phone"
      title={say.title}
      problems={error ? [{ field: 'phone', text: error }] : []}
    >
      <Form frame={frame} action={pathOf('phone')}>
        <TextField
          name="phone"
          label={say.title}
          labelIsHeading
          hint={hint}
          value={typed}
          error={error}
          width="medium"
          type="tel"
          inputmode="tel"
          autocomplete="tel"
        />
        <p>{say.noticeShort}</p>
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
        <Disclosure summary={say.noticeTitle}>
          <DefinitionList facts={say.notice} />
        </Disclosure>
        <SandboxHint at={at} about="phone" />
      </Form>
      <h2>{say.noneTitle}</h2>
      <p>{say.noneBody(needs.reviewRetentionDays)}</p>
      <Form frame={frame} action={pathOf('phone')}>
        <ButtonGroup>
          <Button kind="secondary" name="have" value="none">
            {say.none}
          </Button>
        </ButtonGroup>
      </Form>
    </StepLayout>
  );
}
