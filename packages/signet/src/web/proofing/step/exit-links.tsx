import { words } from '../../locales/index.ts';
import type { PendingRequest } from '../../request/index.ts';
import { Button, Form, type PageFrame } from '../../ui/index.ts';

export interface WaysOutProps {
  readonly frame: PageFrame;
  /** Other ways than the page's main one. */
  readonly links?: readonly { readonly href: string; readonly text: string }[];
  /** Offers the way back to the agency, with a refusal, so that a person who stops here is not stranded. */
  readonly request?: PendingRequest | undefined;
  /** Nothing is left undone here: the way back does not say “without this”. */
  readonly decided?: boolean;
  /** Offers to stop and delete everything (A17). */
  readonly stop?: boolean;
}

/** The quiet links at the foot of a page. */
export function ExitLinks({ frame, links = [], request, decided = false, stop = false }: WaysOutProps) {
  const say = words(frame.lang).proofing;
  const all = [...links, ...(stop ? [{ href: '/verify/stop', text: say.stopLink }] : [])];
  if (all.length === 0 && !request) return null;
  return (
    <ul class="signet-ways-out">
      {all.map(({ href, text }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
      {request ? (
        <li>
          <Form frame={frame} action={`/interaction/${request.uid}/consent`}>
            <Button kind="link" name="answer" value="decline">
              {decided
                ? say.backOnceDecided(request.agencyName[frame.lang])
                : say.backToAgency(request.agencyName[frame.lang])}
            </Button>
          </Form>
        </li>
      ) : null}
    </ul>
  );
}
