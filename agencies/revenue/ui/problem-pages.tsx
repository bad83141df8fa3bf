import type { SignInFailure } from '@signet/relying-party';
import type { Child } from 'hono/jsx';
import { words } from '../locales/index.ts';
import { addressesOf, type Frame } from './frame.ts';
import { Page } from './page.tsx';

interface NoticeProps {
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
  readonly children?: Child;
}

/** A page that says one thing and where to go from here. */
function Notice({ frame, title, text, children }: NoticeProps) {
  return (
    <Page frame={frame} title={title}>
      <div class="wrap narrow">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {children}
      </div>
    </Page>
  );
}

function Ways({ frame, retry }: { readonly frame: Frame; readonly retry?: boolean }) {
  const { problems } = words(frame.lang);
  return (
    <p class="ways">
      {retry ? (
        <a class="button" href={addressesOf(frame).signIn}>
          {problems.retry}
        </a>
      ) : null}
      <a href={addressesOf(frame).home}>{problems.home}</a>
    </p>
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
      <Ways frame={frame} retry />
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
  const { title, lead } = kept ? sessionMissing.kept : sessionMissing;
  return (
    <Notice frame={frame} title={title} text={lead}>
      <SignInAgain frame={frame} returnTo={returnTo} />
    </Notice>
  );
}

const SignInAgain = ({ frame, returnTo }: { readonly frame: Frame; readonly returnTo: string }) => (
  <p>
    <a class="button" href={`${addressesOf(frame).signIn}?return_to=${encodeURIComponent(returnTo)}`}>
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
      <Notice frame={frame} title={signedOut.title} text={sessionMissing.kept.lead}>
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

export function NotFoundPage({ frame }: { readonly frame: Frame }) {
  const { title, text } = words(frame.lang).problems.notFound;
  return (
    <Notice frame={frame} title={title} text={text}>
      <Ways frame={frame} />
    </Notice>
  );
}

export function FaultPage({ frame }: { readonly frame: Frame }) {
  const { title, text } = words(frame.lang).problems.fault;
  return (
    <Notice frame={frame} title={title} text={text}>
      <Ways frame={frame} />
    </Notice>
  );
}
