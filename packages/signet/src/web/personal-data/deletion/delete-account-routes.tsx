import type { AccountNeeds } from '../../account/index.ts';
import { sections } from '../../account/layout/index.ts';
import { words } from '../../locales/index.ts';
import { frameOf, ownerOf, postedForm, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { ClosingPage, DeleteAccountPage } from './delete-account-page.tsx';

const place = '/account/close';

/** Deleting the account: what that does, asking for it, and keeping it after all (decision 19). */
export function deleteAccountRoutes({ personalData }: Pick<AccountNeeds, 'personalData'>): Routes {
  const { deletion } = personalData;
  const routes = signetRoutes();

  routes.get(place, async (c) => {
    const pending = await deletion.pendingOf(ownerOf(c).person);
    if (pending) return answerPage(c, <ClosingPage frame={frameOf(c)} pending={pending} />);
    return answerPage(c, <DeleteAccountPage frame={frameOf(c)} days={deletion.waitDays} />);
  });

  routes.post(place, async (c) => {
    const { understood } = postedForm(c);
    if (understood === undefined) return notUnderstood(c);
    await deletion.ask(ownerOf(c).person);
    return seeOther(c, place);
  });

  /** Toward keeping there is no hurdle. */
  routes.post(`${place}/keep`, async (c) => {
    await deletion.keep(ownerOf(c).person);
    return seeOther(c, `${sections.data}?kept=yes`); // a second press finds it kept
  });

  function notUnderstood(c: WebContext): Promise<Response> {
    const frame = frameOf(c);
    const problems = [{ field: 'understood', text: words(frame.lang).account.leaving.errors.understood }];
    return answerPage(
      c,
      <DeleteAccountPage frame={frame} days={deletion.waitDays} problems={problems} />,
      422,
    );
  }

  return routes;
}
