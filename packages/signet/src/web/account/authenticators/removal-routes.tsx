import { assertNever } from '../../../kernel/index.ts';
import type { AuthenticatorRef } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { frameOf, keepPresence, ownerOf, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { sections } from '../layout/index.ts';
import type { AccountNeeds } from '../needs.ts';
import { nameOfPasskey } from './passkey-name.ts';
import { RemovalPage } from './removal-page.tsx';

/** Taking a way to sign in away: asked once more, after a recent authentication. */
export function removalRoutes({ authentication }: Pick<AccountNeeds, 'authentication'>): Routes {
  const routes = signetRoutes();
  const passkey = `${sections.ways}/passkey/:ref/remove` as const;
  const phone = `${sections.ways}/phone/:ref/remove` as const;
  const phoneIn = (c: WebContext) => ({ kind: 'phone', ref: c.req.param('ref') ?? '' }) as const;
  const passkeyIn = (c: WebContext) => ({ kind: 'passkey', ref: c.req.param('ref') ?? '' }) as const;

  routes.get(passkey, (c) => ask(c, passkeyIn(c)));
  routes.post(passkey, (c) => remove(c, passkeyIn(c)));
  routes.get(phone, (c) => ask(c, phoneIn(c)));
  routes.post(phone, (c) => remove(c, phoneIn(c)));
  for (const kind of ['password', 'totp'] as const) {
    routes.get(`${sections.ways}/${kind}/remove`, (c) => ask(c, { kind }));
    routes.post(`${sections.ways}/${kind}/remove`, (c) => remove(c, { kind }));
  }

  async function ask(c: WebContext, which: AuthenticatorRef, status: 200 | 422 = 200): Promise<Response> {
    const { person } = ownerOf(c);
    const removal = await authentication.removal.preview(person, which);
    const what = await nameOf(c, which);
    if (!removal || what === undefined) return seeOther(c, sections.ways);
    const page = (
      <RemovalPage
        frame={frameOf(c)}
        what={what}
        isPasskey={which.kind === 'passkey'}
        action={c.req.path}
        removal={removal}
      />
    );
    return answerPage(c, page, status);
  }

  async function remove(c: WebContext, which: AuthenticatorRef): Promise<Response> {
    const result = await authentication.removal.remove(ownerOf(c).presence, which);
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, `${sections.ways}?done=removed`);
    }
    const { code } = result.error;
    switch (code) {
      case 'confirm-first':
        return seeOther(c, c.req.path); // a moment too late: the page asks for the factor
      case 'last-way':
        return ask(c, which, 422);
      case 'unknown-authenticator':
        return seeOther(c, `${sections.ways}?done=removed-already`);
      case 'not-now':
        return seeOther(c, '/continue');
      default:
        return assertNever(code);
    }
  }

  /** How a sentence names it. Undefined: there is none. */
  async function nameOf(c: WebContext, which: AuthenticatorRef): Promise<string | undefined> {
    const { lang } = c.var.visit;
    const { person } = ownerOf(c);
    if (which.kind === 'phone') {
      const { phones } = await authentication.authenticators.of(person);
      const found = phones.find(({ id }) => id === which.ref);
      return found && words(lang).phones.endsIn(found.masked.slice(-4));
    }
    if (which.kind !== 'passkey') {
      const has = await authentication.authenticators.of(person);
      return has[which.kind] ? words(lang).account.ways.removal.what[which.kind] : undefined;
    }
    const found = (await authentication.passkey.list(person)).find(({ ref }) => ref === which.ref);
    return found && `“${nameOfPasskey(lang, found)}”`;
  }

  return routes;
}
