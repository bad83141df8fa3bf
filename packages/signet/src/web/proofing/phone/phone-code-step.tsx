import { Redacted } from '../../../kernel/index.ts';
import type { PhoneCodeError } from '../../../modules/proofing/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import { Alert, Button, ButtonGroup, CodeField, Form } from '../../ui/index.ts';
import {
  hoursUntil,
  pathOf,
  SandboxHint,
  StepLayout,
  type StepPage,
  type StepVisit,
  type Taken,
} from '../step/index.ts';
import { textsAgain } from './resend-wait.ts';

const page = pathOf('phone-code');

export const phoneCodeStep: StepPage = {
  section: 'phone',
  draw: (at) => <PhoneCodePage at={at} />,
  async take(at, { code, send }) {
    if (send === 'again') return resend(at);
    const typed = typeof code === 'string' ? code.slice(0, 40) : '';
    const confirmed = await at.needs.proofing.confirmPhone(at.person, new Redacted(typed));
    if (confirmed.ok || confirmed.error.code === 'not-now') return 'on';
    const error = wrongCode(at.frame.lang, confirmed.error);
    const status = confirmed.error.code === 'too-many-tries' ? 429 : 422;
    return { again: <PhoneCodePage at={at} error={error} />, status };
  },
};

async function resend(at: StepVisit): Promise<Taken> {
  const sent = await at.needs.proofing.resendPhoneCode(at.person);
  if (sent.ok) return { to: `${page}?sent=again` };
  if (sent.error.code === 'not-now') return 'on';
  const error = textsAgain(at.frame.lang, sent.error.again);
  return { again: <PhoneCodePage at={at} error={error} />, status: 429 };
}

function wrongCode(lang: Lang, error: Exclude<PhoneCodeError, { code: 'not-now' }>): string {
  const say = words(lang).proofing.phoneCode;
  return error.code === 'too-many-tries' ? say.tooManyTries(hoursUntil(error.again)) : say.errors[error.code];
}

/** A code that was wrong is not drawn again: what comes next is another one (A12). */
function PhoneCodePage({ at, error }: { readonly at: StepVisit; readonly error?: string }) {
  const { frame, view } = at;
  const { phoneCode: say } = words(frame.lang).proofing;
  const { phone } = view.answers;
  const last4 = phone?.kind === 'number' ? phone.last4.reveal() : '';
  return (
    <StepLayout
      at={at}
      section="phone"
      title={say.title}
      problems={error ? [{ field: 'code', text: error }] : []}
      links={[{ href: pathOf('phone'), text: say.change }]}
    >
      {at.query.sent === 'again' && !error ? (
        <Alert lang={frame.lang} kind="success" heading={say.sentTitle} live>
          <p>{say.sentBody}</p>
        </Alert>
      ) : null}
      <Form frame={frame} action={page}>
        <CodeField
          name="code"
          label={say.title}
          labelIsHeading
          hint={say.sentTo(last4)}
          error={error}
          length={6}
        />
        <p>{say.never}</p>
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
      <SandboxHint at={at} about="code" />
      <Form frame={frame} action={page}>
        <Button kind="link" name="send" value="again">
          {say.again}
        </Button>
      </Form>
    </StepLayout>
  );
}
