import type { Authentication } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { frameOf, seeOther } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, ButtonGroup, ButtonLink, Page, type PageFrame } from '../../ui/index.ts';
import { returnPath } from '../step-up/index.ts';

/** The page after a passkey that was stored and did not give the key to the vault. */
export const storedPasskeyPath = (to: string): string =>
  to === '/continue' ? '/passkey/stored' : `/passkey/stored?to=${encodeURIComponent(to)}`;

/** What is stored is said to be stored, and what opens the person's vault instead is offered (docs/design.md §4). */
export function storedPasskeyRoutes({ passkey }: Pick<Authentication, 'passkey'>): Routes {
  const routes = signetRoutes();

  routes.get('/passkey/stored', async (c) => {
    const person = c.var.visit.presence?.session.person;
    const to = returnPath(c.req.query('to')) ?? '/continue';
    const passkeys = person ? await passkey.list(person) : [];
    const [newest] = [...passkeys].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
    if (!newest || newest.opensVault) return seeOther(c, to); // only the answer to the second step was lost
    return answerPage(c, <StoredPasskeyPage frame={frameOf(c)} to={to} />);
  });

  return routes;
}

function StoredPasskeyPage({ frame, to }: { readonly frame: PageFrame; readonly to: string }) {
  const say = words(frame.lang).signIn.storedPasskey;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <p>{say.opensNot}</p>
      <ButtonGroup>
        <ButtonLink href={to}>{words(frame.lang).common.buttons.continue}</ButtonLink>
      </ButtonGroup>
      {to.startsWith('/account') ? (
        <ul class="signet-ways-out">
          <li>
            <a href="/account/password">{say.password}</a>
          </li>
          <li>
            <a href="/recovery-codes">{say.codes}</a>
          </li>
        </ul>
      ) : null}
    </Page>
  );
}
