import { parse } from 'hono/utils/cookie';
import { requestId } from '../../kernel/index.ts';
import type { ProviderPages } from '../../modules/federation/index.ts';
import { type Lang, pickLang, words } from '../locales/index.ts';
import { agencyLangCookie, langCookie } from '../request/index.ts';
import { Button, ButtonGroup, ErrorPage, Page, type PageFrame } from '../ui/index.ts';
import { MessagePage } from './message-page.tsx';

/** The few pages that the OpenID provider shows by itself, in our own clothes. */
export function providerPages(options: { sandbox: boolean }): ProviderPages {
  const frame = (lang: string): PageFrame => ({
    lang: pickLang({ query: lang }),
    path: '/',
    csrf: '',
    sandbox: options.sandbox,
  });
  const html = (markup: { toString(): string | Promise<string> }) => `<!doctype html>${markup.toString()}`;
  return {
    signOutQuestion: (page) =>
      html(<SignOutQuestion frame={frame(page.lang)} action={page.action} xsrf={page.xsrf} />),
    signedOut: (page) => html(<MessagePage frame={frame(page.lang)} message="signedOut" />),
    error: ({ lang, code }) =>
      html(
        code === 'temporarily_unavailable' ? (
          <ErrorPage frame={frame(lang)} status={503} reference={requestId()} />
        ) : (
          <MessagePage frame={frame(lang)} message="providerError" code={code} reference={requestId()} />
        ),
      ),
  };
}

function SignOutQuestion(props: { frame: PageFrame; action: string; xsrf: string }) {
  const say = words(props.frame.lang).consent.signOutQuestion;
  return (
    <Page frame={props.frame} title={say.title}>
      <h1>{say.title}</h1>
      <p>{say.body}</p>
      <form method="post" action={props.action}>
        <input type="hidden" name="xsrf" value={props.xsrf} />
        <ButtonGroup>
          <Button name="logout" value="yes">
            {say.everywhere}
          </Button>
          <Button kind="secondary">{say.stay}</Button>
        </ButtonGroup>
      </form>
    </Page>
  );
}

/** Which language the provider's own page is in: its request's `ui_locales`, our cookie, the browser. */
export function langOfRequest(request: { headers: Record<string, unknown>; url?: string | undefined }): Lang {
  const url = new URL(request.url ?? '/', 'http://this-site.invalid');
  const cookies = parse(String(request.headers.cookie ?? ''));
  return pickLang({
    query: url.searchParams.get('ui_locales')?.split(' ')[0],
    cookie: cookies[langCookie],
    agency: cookies[agencyLangCookie],
    acceptLanguage: request.headers['accept-language'] as string | undefined,
  });
}
