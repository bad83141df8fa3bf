import { type PhotoRole, photoRoles } from '../../../modules/proofing/index.ts';
import { postedForm, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { showPhoto, takePhoto } from '../capture/index.ts';
import { beginLive, lookAtFrame } from '../live-selfie/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { joinedAt } from './joined-phone.ts';
import { phoneFrame } from './phone-frame.ts';
import { PhonePhotoPage } from './phone-photo-page.tsx';
import { placeAtPhone } from './place-at-phone.ts';

/** What a phone may do by its link: take the photo that the case asks for now, by the same rules as everybody. */
export function captureRoutes(needs: ProofingPagesNeeds): Routes {
  const { proofing } = needs;
  const routes = signetRoutes();

  routes.get('/phone/:role', (c) => {
    const at = joinedAt(c);
    if (c.req.param('role') !== at.role) return seeOther(c, placeAtPhone(at));
    return answerPage(c, <PhonePhotoPage needs={needs} frame={phoneFrame(c)} at={at} role={at.role} />);
  });

  for (const role of photoRoles) routes.post(`/phone/${role}`, (c) => take(c, role));

  routes.post('/phone/:role/anyway', async (c) => {
    const at = joinedAt(c);
    if (c.req.param('role') === at.role) await proofing.usePhotoAnyway(at.person, at.role);
    return goOn(c);
  });

  // only what was sent since this phone has the link, while its person decides whether to use it
  routes.get('/phone/photo/:role', async (c) => {
    const at = joinedAt(c);
    const takenAt = at.open.answers.photos[at.role]?.takenAt;
    const isItsOwn = takenAt && at.link.joinedAt && takenAt >= at.link.joinedAt;
    const isAskedFor = isItsOwn && c.req.param('role') === at.role;
    return showPhoto(c, isAskedFor ? await proofing.photo(at.person, at.role) : undefined);
  });

  routes.post('/phone/selfie/live', (c) => beginLive(c, proofing, joinedAt(c).person));
  routes.post('/phone/selfie/frame', (c) => lookAtFrame(c, proofing, joinedAt(c).person, '/phone/done'));

  async function take(c: WebContext, role: PhotoRole): Promise<Response> {
    const at = joinedAt(c);
    const frame = phoneFrame(c);
    const taken = await takePhoto(proofing, { person: at.person, frame }, role, postedForm(c));
    if (taken === 'on') return goOn(c);
    const open = (await proofing.currentCase(at.person)) ?? at.open;
    const page = (
      <PhonePhotoPage needs={needs} frame={frame} at={{ ...at, open }} role={role} taken={taken} />
    );
    return answerPage(c, page, 422);
  }

  /** To what the case asks for now; a phone that has nothing left to take is told so there. */
  const goOn = (c: WebContext): Response => seeOther(c, '/phone/done');

  return routes;
}
