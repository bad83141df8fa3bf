import type { Child } from 'hono/jsx';
import { type Lang, words } from '../../locales/index.ts';
import { ButtonGroup } from './button.tsx';

/**
 * The button of a form that sends a photo. A script shows how far it is, sends it again where the line breaks, and offers
 * the button only once there is a photo (`client/send-photo.ts`). `name`: the server knows the same sending by it.
 */
export function Sending(props: { readonly lang: Lang; readonly name: string; readonly children: Child }) {
  const { sending } = words(props.lang).common;
  return (
    <signet-sending
      class="signet-sending"
      data-sending={sending.sending}
      data-looking={sending.looking}
      data-again={sending.again}
      data-failed={sending.failed}
    >
      <input type="hidden" name="sending" value={props.name} />
      <ButtonGroup>{props.children}</ButtonGroup>
    </signet-sending>
  );
}
