import type { PhoneView } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { Button, ButtonGroup, Form, MaskedPhone, type PageFrame } from '../../ui/index.ts';

export interface SendToPhonesProps {
  readonly frame: PageFrame;
  readonly phones: readonly PhoneView[];
  /** Nothing that is safer stands above it. */
  readonly alone: boolean;
  /** Other ways stand above it, under no heading that would be its own too. */
  readonly heading?: boolean | undefined;
  /** Why none could be sent just now. */
  readonly problem?: string | undefined;
  readonly action?: string | undefined;
}

/** A text or a call for each phone, as buttons: nothing is sent before one is pressed. */
export function SendToPhones(props: SendToPhonesProps) {
  const { frame, phones, alone, heading = !alone, problem, action } = props;
  const say = words(frame.lang).phones.send;
  const ways = phones.filter(({ on }) => on).flatMap((phone) => phone.ways.map((by) => ({ phone, by })));
  return (
    <div id="phone" class="signet-phones">
      {heading ? <h2>{say.or}</h2> : null}
      {problem ? <p class="usa-error-message">{problem}</p> : null}
      {ways.map(({ phone, by }, index) => (
        <Form frame={frame} action={action ?? '/sign-in/phone'}>
          <input type="hidden" name="phone" value={phone.id} />
          <ButtonGroup>
            <Button name="by" value={by} kind={alone && index === 0 ? 'primary' : 'secondary'}>
              <span>
                {by === 'text' ? say.text : say.call} <MaskedPhone lang={frame.lang} masked={phone.masked} />
              </span>
            </Button>
          </ButtonGroup>
        </Form>
      ))}
    </div>
  );
}
