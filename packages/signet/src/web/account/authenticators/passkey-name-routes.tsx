import { passkeyNameLength } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { formFields, frameOf, ownerOf, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { sections } from '../layout/index.ts';
import type { AccountNeeds } from '../needs.ts';
import { nameOfPasskey } from './passkey-name.ts';
import { PasskeyNamePage } from './passkey-name-page.tsx';

export function passkeyNameRoutes({ authentication }: Pick<AccountNeeds, 'authentication'>): Routes {
  const routes = signetRoutes();
  const path = `${sections.ways}/passkey/:ref/name` as const;

  routes.get(path, async (c) => {
    const passkeys = await authentication.passkey.list(ownerOf(c).person);
    const found = passkeys.find(({ ref }) => ref === c.req.param('ref'));
    return found ? page(c, nameOfPasskey(c.var.visit.lang, found)) : seeOther(c, sections.ways);
  });

  routes.post(path, async (c) => {
    const { name } = formFields(c, 'name');
    if ([...name.trim()].length > passkeyNameLength) {
      return page(c, name, words(c.var.visit.lang).account.ways.name.tooLong(passkeyNameLength));
    }
    const ref = c.req.param('ref') ?? '';
    const result = await authentication.passkey.rename(ownerOf(c).presence, { ref, name });
    return seeOther(c, result.ok ? `${sections.ways}?done=name` : sections.ways);
  });

  function page(c: WebContext, name: string, problem?: string): Response | Promise<Response> {
    const problems = problem ? [{ field: 'name', text: problem }] : [];
    const shown = <PasskeyNamePage frame={frameOf(c)} action={c.req.path} name={name} problems={problems} />;
    return answerPage(c, shown, problem ? 422 : 200);
  }

  return routes;
}
