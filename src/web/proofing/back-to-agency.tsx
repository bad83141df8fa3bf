import type { PendingRequest } from '../context.ts';
import { words } from '../locales/index.ts';
import { Button, Form, type PageFrame } from '../ui/index.ts';

/** Back to the agency with a no: nobody who stops here is stranded. */
export function BackToAgency(props: {
  readonly frame: PageFrame;
  readonly request: PendingRequest | undefined;
}) {
  const { frame, request } = props;
  if (!request) return null;
  return (
    <Form frame={frame} action={`/interaction/${request.uid}/consent`}>
      <Button kind="link" name="answer" value="decline">
        {words(frame.lang).proofing.backToAgency(request.agencyName[frame.lang])}
      </Button>
    </Form>
  );
}
