import { words } from '../../locales/index.ts';
import { Button, Form, type PageFrame } from '../../ui/index.ts';

/** A no to the agency's request and the way back to it: a person who cannot go on here still gets back. */
export function BackToAgency({ frame }: { readonly frame: PageFrame }) {
  if (!frame.request || !frame.agency) return null;
  return (
    <ul class="signet-ways-out">
      <li>
        <Form frame={frame} action={`/interaction/${frame.request}/consent`}>
          <Button kind="link" name="answer" value="decline">
            {words(frame.lang).signIn.backToAgency(frame.agency)}
          </Button>
        </Form>
      </li>
    </ul>
  );
}
