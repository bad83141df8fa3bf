import { AppError } from '../../../kernel/index.ts';
import type { OwnAddress } from '../../../modules/accounts/index.ts';
import { languages } from '../../locales/index.ts';
import { formFields, frameOf, ownerOf, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { sections } from '../layout/index.ts';
import type { AccountNeeds } from '../needs.ts';
import { ContactPage, contactChanges } from './contact-page.tsx';
import { type AddressChange, ChangeEmailPage } from './email-pages.tsx';

/** Addresses and language. Adding an address is a way of its own (`add-email-routes.tsx`). */
export function contactRoutes(needs: Pick<AccountNeeds, 'accounts' | 'authentication'>): Routes {
  const { accounts, authentication } = needs;
  const routes = signetRoutes();

  routes.get(sections.contact, async (c) => {
    const { person } = ownerOf(c);
    const [account, addresses] = await Promise.all([accounts.get(person), accounts.addresses.of(person)]);
    if (!account) throw new AppError('account-missing');
    const done = contactChanges.find((change) => change === c.req.query('done'));
    const page = (
      <ContactPage frame={frameOf(c)} addresses={addresses} language={account.language} done={done} />
    );
    return answerPage(c, page);
  });

  routes.post('/account/contact/language', async (c) => {
    const { language } = formFields(c, 'language');
    const chosen = languages.find(({ lang }) => lang === language)?.lang;
    if (!chosen) return seeOther(c, sections.contact);
    const result = await authentication.email.changeLanguage(ownerOf(c).presence, { language: chosen });
    if (!result.ok) return seeOther(c, '/continue');
    return seeOther(c, `${sections.contact}?lang=${chosen}&done=language`); // this browser speaks it from here on
  });

  for (const change of ['remove', 'primary'] as const) {
    const path = `/account/contact/:id/${change}` as const;

    routes.get(path, async (c) => {
      const address = await ownAddress(c, c.req.param('id'));
      if (!address || address.primary) return seeOther(c, sections.contact);
      return answerPage(c, <ChangeEmailPage frame={frameOf(c)} address={address} change={change} />);
    });

    routes.post(path, async (c) => {
      const address = await ownAddress(c, c.req.param('id'));
      if (!address) return seeOther(c, doneWith(change)); // a second press finds it done
      const { presence } = ownerOf(c);
      const result = await (change === 'remove'
        ? authentication.email.removeAddress(presence, { id: address.id })
        : authentication.email.makePrimary(presence, { id: address.id }));
      if (result.ok) return seeOther(c, doneWith(change));
      return seeOther(c, result.error.code === 'not-now' ? '/continue' : sections.contact);
    });
  }

  /** What was typed reaches no query: it is looked for among the person's own. */
  async function ownAddress(c: WebContext, id: string): Promise<OwnAddress | undefined> {
    const own = await accounts.addresses.of(ownerOf(c).person);
    return own.find((address) => address.id === id);
  }

  return routes;
}

const doneWith = (change: AddressChange): string =>
  `${sections.contact}?done=${change === 'remove' ? 'removed' : 'primary'}`;
