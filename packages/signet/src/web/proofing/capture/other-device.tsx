import { words } from '../../locales/index.ts';
import { Button, Form, type PageFrame } from '../../ui/index.ts';

/** Photos by the phone of somebody who sits at a desk, and the way back: each is shown where it is of use. */
export function OtherDevice({ frame }: { readonly frame: PageFrame }) {
  const say = words(frame.lang).proofing.phoneCapture.offer;
  return (
    <>
      <section class="signet-other-device signet-other-device--desk">
        <h2>{say.title}</h2>
        <p>{say.body}</p>
        <Form frame={frame} action="/verify/use-phone">
          <Button kind="secondary">{say.submit}</Button>
        </Form>
      </section>
      <section class="signet-other-device signet-other-device--phone">
        <h2>{say.computerTitle}</h2>
        <p>{say.computer}</p>
      </section>
    </>
  );
}
