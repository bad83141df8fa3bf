import type { CaseView, Required } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import {
  currentRequest,
  frameOf,
  goOnWithWaiting,
  postedForm,
  seenFrom,
  seeOther,
  type WebContext,
} from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { documentPosted } from '../answers/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { pathOf } from '../step/index.ts';
import { isRecovering, personOf, recoverPath } from '../subject.ts';
import { StartPage } from './start-page.tsx';

/** What this journey leads to. An agency that asks for less is served by it, too. */
const required: Required = { ial: 2 };

/** `/verify`: the first question where no case was begun, later straight to where the case stands. */
export function startRoutes({ proofing, transact, reviewRetentionDays }: ProofingPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.get('/verify', async (c) => {
    goOnWithWaiting(c);
    const view = await proofing.currentCase(personOf(c));
    if (!view && isRecovering(c)) return seeOther(c, recoverPath);
    if (view && !(await isOutgrown(c, view))) return seeOther(c, pathOf(view.step));
    return answerPage(c, startPage(c));
  });

  routes.post('/verify', async (c) => {
    if (isRecovering(c)) return seeOther(c, '/verify'); // its case was begun with it
    const { document, again } = postedForm(c);
    const answer = documentPosted(document);
    if (answer && 'to' in answer) return seeOther(c, answer.to);
    if (!answer && again !== 'yes') {
      return answerPage(c, startPage(c, words(c.var.visit.lang).proofing.choose.error), 422);
    }
    const view = await transact((tx) => proofing.startCase(tx, personOf(c), required, seenFrom(c)));
    const chosen = answer && (await proofing.chooseDocument(personOf(c), answer.document));
    return seeOther(c, pathOf((chosen?.ok ? chosen.value : view).step));
  });

  const startPage = (c: WebContext, error?: string) => (
    <StartPage frame={frameOf(c)} request={currentRequest(c)} days={reviewRetentionDays} error={error} />
  );

  /** Verified once, but its facts no longer amount to what is required: the person begins anew. */
  async function isOutgrown(c: WebContext, view: CaseView): Promise<boolean> {
    if (view.recovers || view.decision?.outcome !== 'verified') return false;
    return ((await proofing.identityOf(personOf(c)))?.ial ?? 0) < required.ial;
  }

  return routes;
}
