import type { SignInFailure } from '@signet/relying-party';
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Lang } from '../language/index.ts';
import type { Frame } from './frame.ts';

interface Said {
  readonly title: string;
  readonly text: string;
}

type FailureKind = 'access-denied' | 'signet-unavailable' | 'level-too-low' | 'expired' | 'refused';

export interface SignedOut {
  readonly why: 'all' | 'only-here' | 'away';
  /** Where they were when they were away for too long. */
  readonly page?: string | undefined;
  /** A form was left half filled in on it, which waits for them there. */
  readonly kept?: boolean;
}

export interface MessageWords {
  readonly sessionMissing: Said & { readonly action: string; readonly kept: Said };
  readonly signedOut: {
    readonly title: string;
    readonly why: Readonly<Record<SignedOut['why'], string>>;
    readonly action: string;
  };
  readonly problems: Readonly<Record<FailureKind | 'notFound' | 'fault', Said>> & {
    readonly retry: string;
    readonly home: string;
    reference(code: string): string;
  };
}

interface MessageProps<F extends Frame> extends Said {
  readonly frame: F;
  readonly children?: Child;
}

interface MessageSite<F extends Frame> {
  /** The agency's page that says one thing, and below it where to go from here. */
  readonly Message: (props: MessageProps<F>) => JSX.Element;
  words(lang: Lang): MessageWords;
  addressesOf(frame: F): { readonly home: string; readonly signIn: string };
}

/** What a person can do about it decides the words; the exact code is for the phone. */
function kindOf(failure: SignInFailure): FailureKind {
  switch (failure) {
    case 'access-denied':
    case 'signet-unavailable':
    case 'level-too-low':
      return failure;
    case 'state-mismatch':
    case 'code-refused':
    case 'interaction-required':
    case 'sign-in-not-fresh':
      return 'expired';
    case 'issuer-mismatch':
    case 'nonce-mismatch':
    case 'request-refused':
    case 'invalid-response':
      return 'refused';
  }
}

/** The pages of any agency around its sign-in: what went wrong, that one is signed out, that a page does not exist. */
export function messagePages<F extends Frame>({ Message, words, addressesOf }: MessageSite<F>) {
  const Ways = ({ frame, retry }: { readonly frame: F; readonly retry?: boolean }) => (
    <p class="ways">
      {retry ? (
        <a class="button" href={addressesOf(frame).signIn}>
          {words(frame.lang).problems.retry}
        </a>
      ) : null}
      <a href={addressesOf(frame).home}>{words(frame.lang).problems.home}</a>
    </p>
  );

  const SignInAgain = ({ frame, returnTo }: { readonly frame: F; readonly returnTo: string }) => (
    <p>
      <a class="button" href={`${addressesOf(frame).signIn}?return_to=${encodeURIComponent(returnTo)}`}>
        {words(frame.lang).sessionMissing.action}
      </a>
    </p>
  );

  function SignInProblemPage({ frame, failure }: { readonly frame: F; readonly failure: SignInFailure }) {
    const { problems } = words(frame.lang);
    const { title, text } = problems[kindOf(failure)];
    return (
      <Message frame={frame} title={title} text={text}>
        <Ways frame={frame} retry />
        {failure === 'access-denied' ? null : <p class="small">{problems.reference(failure)}</p>}
      </Message>
    );
  }

  interface SessionMissingProps {
    readonly frame: F;
    readonly returnTo: string;
    /** What they had filled in waits for them there. */
    readonly kept: boolean;
  }

  function SessionMissingPage({ frame, returnTo, kept }: SessionMissingProps) {
    const { sessionMissing } = words(frame.lang);
    const { title, text } = kept ? sessionMissing.kept : sessionMissing;
    return (
      <Message frame={frame} title={title} text={text}>
        <SignInAgain frame={frame} returnTo={returnTo} />
      </Message>
    );
  }

  function SignedOutPage({ frame, left }: { readonly frame: F; readonly left: SignedOut }) {
    const { signedOut, sessionMissing } = words(frame.lang);
    if (left.page !== undefined) {
      const text = left.kept ? sessionMissing.kept.text : signedOut.why[left.why];
      return (
        <Message frame={frame} title={signedOut.title} text={text}>
          <SignInAgain frame={frame} returnTo={left.page} />
          <p>
            <a href={addressesOf(frame).home}>{signedOut.action}</a>
          </p>
        </Message>
      );
    }
    return (
      <Message frame={frame} title={signedOut.title} text={signedOut.why[left.why]}>
        <p>
          <a class="button" href="/">
            {signedOut.action}
          </a>
        </p>
      </Message>
    );
  }

  const trouble = (kind: 'notFound' | 'fault') =>
    function TroublePage({ frame }: { readonly frame: F }) {
      const { title, text } = words(frame.lang).problems[kind];
      return (
        <Message frame={frame} title={title} text={text}>
          <Ways frame={frame} />
        </Message>
      );
    };

  return {
    SignInProblemPage,
    SessionMissingPage,
    SignedOutPage,
    NotFoundPage: trouble('notFound'),
    FaultPage: trouble('fault'),
  };
}

export type MessagePages<F extends Frame> = ReturnType<typeof messagePages<F>>;
