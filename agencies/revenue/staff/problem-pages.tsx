import type { SignInFailure } from '@signet/relying-party';
import { staffPaths } from '../config/config.ts';
import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Message } from '../ui/message.tsx';

interface NoticeProps {
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
  readonly way: { readonly href: string; readonly text: string };
}

const Notice = ({ frame, title, text, way }: NoticeProps) => (
  <Message frame={frame} title={title} text={text}>
    <p>
      <a class="button" href={way.href}>
        {way.text}
      </a>
    </p>
  </Message>
);

interface Framed {
  readonly frame: Frame;
}

const signInAt = (returnTo: string): string =>
  `/staff/sign-in?${new URLSearchParams({ return_to: returnTo })}`;

export function StaffSignInPage({ frame, returnTo }: Framed & { readonly returnTo: string }) {
  const { title, lead, action } = words(frame.lang).staff.signIn;
  return <Notice frame={frame} title={title} text={lead} way={{ href: signInAt(returnTo), text: action }} />;
}

export function StaffProblemPage({ frame, failure }: Framed & { readonly failure: SignInFailure }) {
  const { title, text, unavailable, again } = words(frame.lang).staff.problem;
  const why = failure === 'signet-unavailable' ? unavailable : text;
  return (
    <Notice frame={frame} title={title} text={why} way={{ href: signInAt(staffPaths.home), text: again }} />
  );
}

interface StaffSignedOutProps extends Framed {
  readonly onlyHere: boolean;
  /** Where they were when they were away for too long. */
  readonly returnTo?: string | undefined;
}

export function StaffSignedOutPage({ frame, onlyHere, returnTo = staffPaths.home }: StaffSignedOutProps) {
  const { title, text, onlyHere: still, again } = words(frame.lang).staff.signedOut;
  return (
    <Notice
      frame={frame}
      title={title}
      text={onlyHere ? still : text}
      way={{ href: signInAt(returnTo), text: again }}
    />
  );
}

/** The same whether there is no such file or the number cannot be one. */
export function NoFilePage({ frame }: Framed) {
  const { title, text, again } = words(frame.lang).staff.noRecord;
  return <Notice frame={frame} title={title} text={text} way={{ href: staffPaths.home, text: again }} />;
}

export function TooManyPage({ frame }: Framed) {
  const { title, text } = words(frame.lang).staff.tooMany;
  const way = { href: staffPaths.home, text: words(frame.lang).form.back };
  return <Notice frame={frame} title={title} text={text} way={way} />;
}

export function LookEndedPage({ frame }: Framed) {
  const { title, text, again } = words(frame.lang).staff.ended;
  return <Notice frame={frame} title={title} text={text} way={{ href: staffPaths.home, text: again }} />;
}
