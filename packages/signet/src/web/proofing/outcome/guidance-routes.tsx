import { currentRequest, frameOf, requestAhead, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { isRecovering, personOf } from '../subject.ts';
import { OtherWaysPage, troubles } from './other-ways-page.tsx';
import { RedressPage } from './redress-page.tsx';

/** Pages that ask nothing: what works instead, and what to do about a wrong decision (A23). */
export function guidanceRoutes({ proofing, agencies, reviewRetentionDays }: ProofingPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.get('/verify/other-ways/:trouble', async (c) => {
    const trouble = troubles.find((one) => one === c.req.param('trouble')) ?? 'none-of-these';
    const request = currentRequest(c);
    const frame = frameOf(c);
    const recovers = isRecovering(c);
    const mailsLetters = !recovers && proofing.mailsCodes('license');
    const letter = trouble === 'no-face-check' && mailsLetters && (await mayHaveLetter(c));
    const page = (
      <OtherWaysPage
        frame={frame}
        request={request}
        agencies={agencies}
        trouble={trouble}
        recovers={recovers}
        letter={letter}
        mailsLetters={mailsLetters}
        reviewDays={reviewRetentionDays}
      />
    );
    return answerPage(c, page);
  });

  routes.get('/verify/redress', async (c) => {
    const view = await proofing.currentCase(personOf(c));
    const page = (
      <RedressPage
        frame={frameOf(c)}
        agencies={agencies}
        request={requestAhead(c)}
        decision={view?.decision}
      />
    );
    return answerPage(c, page);
  });

  return routes;

  /** Where the face check is asked about, and a letter could take its place. */
  async function mayHaveLetter(c: WebContext): Promise<boolean> {
    const view = await proofing.currentCase(personOf(c));
    return view?.open.includes('consent') === true && proofing.mailsCodes(view.answers.document);
  }
}
