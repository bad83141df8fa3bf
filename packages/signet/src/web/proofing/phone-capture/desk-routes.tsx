import type { PersonId } from '../../../kernel/index.ts';
import { type CaseView, type PhoneLinkView, photoRoles } from '../../../modules/proofing/index.ts';
import { formFields, keepPresence, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, qrPicture } from '../../ui/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { placeOf } from '../open-steps.ts';
import { visitOf } from '../step/index.ts';
import { personOf } from '../subject.ts';
import { DeskPage, TooManyLinksPage } from './desk-page.tsx';
import { asShown, shownLink } from './shown-link.ts';
import { stageOf } from './stage.ts';

const deskPath = '/verify/use-phone';

/** The screen where the person is signed in: it shows a link for their phone, follows it, and continues by itself. */
export function deskRoutes(needs: ProofingPagesNeeds): Routes {
  const { proofing, sessions } = needs;
  const { phoneCapture } = proofing;
  const routes = signetRoutes();

  routes.get('/verify/use-phone', async (c) => {
    const { open, link } = await phoneCapture.atDesk(personOf(c));
    if (!open || !link || leadsOn(open, link)) return seeOther(c, placeOf(open));
    const at = visitOf(c, needs, open, open.step);
    const shown = shownLink(c.var.visit.presence, link.id);
    const url = shown && `${needs.origin}/phone/link/${shown.token}`;
    const code = shown && url ? { url, picture: await qrPicture(url), typed: shown.code } : undefined;
    return answerPage(c, <DeskPage at={at} link={link} code={code} />);
  });

  routes.post('/verify/use-phone', async (c) => {
    const person = personOf(c);
    const { link } = await phoneCapture.atDesk(person);
    const { anew } = formFields(c, 'anew');
    const stands = link && ['waiting', 'opened', 'joined'].includes(link.standing.is);
    if (stands && anew === '') return seeOther(c, deskPath); // a second press
    return makeLink(c, person);
  });

  routes.get('/verify/use-phone/progress', async (c) => {
    const { open, link } = await phoneCapture.atDesk(personOf(c));
    const isOther = !open || !link || leadsOn(open, link) || link.standing.is !== c.req.query('seen');
    c.header('cache-control', 'no-store');
    return c.json({ stage: link ? stageOf(link) : '', done: isOther, ...(isOther && { next: deskPath }) });
  });

  routes.post('/verify/use-phone/longer', async (c) => {
    await phoneCapture.prolong(personOf(c));
    return seeOther(c, deskPath);
  });

  routes.post('/verify/use-phone/stop', async (c) => {
    await phoneCapture.takeBack(personOf(c));
    return seeOther(c, placeOf(await proofing.currentCase(personOf(c))));
  });

  async function makeLink(c: WebContext, person: PersonId): Promise<Response> {
    const { lang, presence } = c.var.visit;
    const session = presence?.session.person ? presence.session.ref : undefined;
    const made = await phoneCapture.makeLink(person, { session, language: lang });
    if (made.ok && presence)
      keepPresence(c, await sessions.setPending(presence, asShown(made.value.link.id, made.value)));
    if (made.ok) return seeOther(c, deskPath);
    const view = await proofing.currentCase(person);
    if (made.error === 'not-now' || !view) return seeOther(c, placeOf(view));
    return answerPage(c, <TooManyLinksPage at={visitOf(c, needs, view, view.step)} />, 429);
  }

  return routes;
}

/** Every photo is there, or the case asks for none. */
const leadsOn = ({ step }: CaseView, { standing }: PhoneLinkView): boolean =>
  standing.is === 'done' || !photoRoles.some((role) => role === step);
