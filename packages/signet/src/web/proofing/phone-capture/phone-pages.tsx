import type { AtPhone } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Button, ButtonLink, CodeField, Form, Page, type PageFrame } from '../../ui/index.ts';
import { MatchingWords } from './matching-words.tsx';

interface CodePageProps {
  readonly frame: PageFrame;
  readonly typed?: string;
  readonly error?: string;
}

/** For phones that read no QR code. */
export function CodePage({ frame, typed, error }: CodePageProps) {
  const say = words(frame.lang).proofing.phoneCapture.phone.code;
  return (
    <Page frame={frame} title={say.title} problems={error ? [{ field: 'code', text: error }] : []}>
      <Form frame={frame} action="/phone">
        <CodeField
          name="code"
          label={say.title}
          labelIsHeading
          hint={say.hint}
          value={typed}
          error={error}
          length={9}
          kind="text"
        />
        <p>{say.lead}</p>
        <Button>{say.submit}</Button>
      </Form>
    </Page>
  );
}

/** Before anything is taken: did this person begin it? Somebody else may have sent them the link. */
export function BeginPage({ frame, link }: { readonly frame: PageFrame; readonly link: AtPhone['link'] }) {
  const say = words(frame.lang).proofing.phoneCapture.phone.begin;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-matching-lead">{say.match}</p>
      <MatchingWords link={link} />
      <p>
        <strong>{say.warning}</strong>
      </p>
      <p>{say.what}</p>
      <Form frame={frame} action="/phone/begin">
        <Button>{say.yes}</Button>
      </Form>
      <Form frame={frame} action="/phone/refuse">
        <Button kind="secondary">{say.no}</Button>
      </Form>
    </Page>
  );
}

export function DonePage({ frame }: { readonly frame: PageFrame }) {
  const { done: say, retypeCode } = words(frame.lang).proofing.phoneCapture.phone;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.body}</p>
      <p>{say.another}</p>
      <RetypeCode text={retypeCode} />
    </Page>
  );
}

const RetypeCode = ({ text }: { readonly text: string }) => (
  <p>
    <ButtonLink href="/phone" kind="secondary">
      {text}
    </ButtonLink>
  </p>
);

interface OverPageProps {
  readonly frame: PageFrame;
  /** Undefined: no link is known by what this browser holds. */
  readonly standing: AtPhone['link']['standing'] | undefined;
}

/** The phone may take nothing: why, and what to do on the other screen. */
export function OverPage({ frame, standing }: OverPageProps) {
  const { overAtPhone, phone } = words(frame.lang).proofing.phoneCapture;
  const why =
    standing && standing.is in overAtPhone ? (standing.is as keyof typeof overAtPhone) : 'not-known';
  return (
    <Page frame={frame} title={overAtPhone[why].title}>
      <h1>{overAtPhone[why].title}</h1>
      <p class="signet-lead">{overAtPhone[why].body}</p>
      {why === 'refused' ? null : <RetypeCode text={phone.retypeCode} />}
    </Page>
  );
}
