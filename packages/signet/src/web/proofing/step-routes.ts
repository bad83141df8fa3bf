import { type PhotoRole, photoRoles, type StepName } from '../../modules/proofing/index.ts';
import { afterProofing, currentRequest, postedForm, seeOther, type WebContext } from '../request/index.ts';
import { type Routes, signetRoutes } from '../routes/index.ts';
import { answerPage } from '../ui/index.ts';
import type { ProofingPagesNeeds } from './needs.ts';
import { isOpen, placeOf } from './open-steps.ts';
import { type StepVisit, visitOf } from './step/index.ts';
import { stepPages } from './step-pages.ts';
import { personOf } from './subject.ts';

/**
 * `/verify/:step`. Whoever asks for a page that is not open (a typed address, the back button, another tab) is sent
 * to the one where their case stands; nothing of it is an error.
 */
export function stepRoutes(needs: ProofingPagesNeeds): Routes {
  const { proofing } = needs;
  const routes = signetRoutes();

  routes.get('/verify/:step', async (c) => {
    const named = c.req.param('step');
    const at = await enter(c, named);
    if (at) return answerPage(c, await stepPages[at.step].draw(at));
    return named === 'checking' ? leaveChecking(c) : goOn(c);
  });

  for (const role of photoRoles) routes.post(`/verify/${role}`, (c) => takeAnswer(c, role));
  routes.post('/verify/:step', (c) => takeAnswer(c, c.req.param('step')));

  routes.post('/verify/:step/anyway', async (c) => {
    const at = await enter(c, c.req.param('step'));
    if (at && isPhoto(at.step)) await proofing.usePhotoAnyway(at.person, at.step);
    return goOn(c);
  });

  async function takeAnswer(c: WebContext, named: string): Promise<Response> {
    const at = await enter(c, named);
    const take = at && stepPages[at.step].take;
    if (!take) return goOn(c);
    const taken = await take(at, postedForm(c));
    if (taken === 'on') return goOn(c);
    return 'to' in taken ? seeOther(c, taken.to) : answerPage(c, taken.again, taken.status);
  }

  /** The visit, if this step is open now. */
  async function enter(c: WebContext, named: string): Promise<StepVisit | undefined> {
    const view = await proofing.currentCase(personOf(c));
    return view && isOpen(view, named) ? visitOf(c, needs, view, named) : undefined;
  }

  async function goOn(c: WebContext): Promise<Response> {
    return seeOther(c, placeOf(await proofing.currentCase(personOf(c))));
  }

  /** Where the checks ended: with a yes, straight on to what the agency that waits may see, whose page says it first. */
  async function leaveChecking(c: WebContext): Promise<Response> {
    const request = currentRequest(c);
    if (!request) return goOn(c);
    const view = await proofing.currentCase(personOf(c));
    const isVerified = view?.decision?.outcome === 'verified' && !view.recovers;
    return isVerified ? seeOther(c, afterProofing(request.uid)) : goOn(c);
  }

  return routes;
}

const isPhoto = (step: StepName): step is PhotoRole => photoRoles.some((role) => role === step);
