import type { SignInFailure } from '@signet/relying-party';
import type { Child } from 'hono/jsx';
import { words } from '../locales/index.ts';
import type { Frame } from './frame.ts';
import { Page } from './page.tsx';

interface NoticeProps {
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
  readonly children?: Child;
}

function Notice({ frame, title, text, children }: NoticeProps) {
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {children}
    </Page>
  );
}

/** What a person can do about it decides the words; the exact code is for the phone. */
function wordsFor(failure: SignInFailure) {
  switch (failure) {
    case 'access-denied':
    case 'signet-unavailable':
    case 'level-too-low':
      return failure;
    case 'state-mismatch':
    case 'code-refused':
    case 'interaction-required':
      return 'expired';
    case 'issuer-mismatch':
    case 'nonce-mismatch':
    case 'request-refused':
    case 'invalid-response':
      return 'refused';
  }
}

export function SignInProblemPage({
  frame,
  failure,
}: {
  readonly frame: Frame;
  readonly failure: SignInFailure;
}) {
  const { problems } = words(frame.lang);
  const { title, text } = problems[wordsFor(failure)];
  return (
    <Notice frame={frame} title={title} text={text}>
      <p class="ways">
        <a class="button" href="/sign-in">
          {problems.retry}
        </a>
        <a href="/">{problems.home}</a>
      </p>
      {failure === 'access-denied' ? null : <p class="small">{problems.reference(failure)}</p>}
    </Notice>
  );
}

export function SessionMissingPage({
  frame,
  returnTo,
  kept,
}: {
  readonly frame: Frame;
  readonly returnTo: string;
  /** What they had filled in waits for them there. */
  readonly kept: boolean;
}) {
  const { sessionMissing } = words(frame.lang);
  const { title, text } = kept ? sessionMissing.kept : sessionMissing;
  return (
    <Notice frame={frame} title={title} text={text}>
      <SignInAgain frame={frame} returnTo={returnTo} />
    </Notice>
  );
}

const SignInAgain = ({ frame, returnTo }: { readonly frame: Frame; readonly returnTo: string }) => (
  <p>
    <a class="button" href={`/sign-in?return_to=${encodeURIComponent(returnTo)}`}>
      {words(frame.lang).sessionMissing.action}
    </a>
  </p>
);

export interface SignedOut {
  readonly why: 'all' | 'only-here' | 'away';
  /** Where a form was left half filled in, which waits for them there. */
  readonly formPage?: string | undefined;
}

export function SignedOutPage({ frame, left }: { readonly frame: Frame; readonly left: SignedOut }) {
  const { why, formPage } = left;
  const { signedOut, sessionMissing } = words(frame.lang);
  if (formPage !== undefined) {
    return (
      <Notice frame={frame} title={signedOut.title} text={sessionMissing.kept.text}>
        <SignInAgain frame={frame} returnTo={formPage} />
      </Notice>
    );
  }
  return (
    <Notice frame={frame} title={signedOut.title} text={signedOut.why[why]}>
      <p>
        <a class="button" href="/">
          {signedOut.action}
        </a>
      </p>
    </Notice>
  );
}

export function TroublePage({ frame, kind }: { readonly frame: Frame; readonly kind: 'notFound' | 'fault' }) {
  const { problems } = words(frame.lang);
  return (
    <Notice frame={frame} title={problems[kind].title} text={problems[kind].text}>
      <p>
        <a href="/">{problems.home}</a>
      </p>
    </Notice>
  );
}
