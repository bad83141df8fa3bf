import { attributeNames } from '../../../modules/agencies/index.ts';
import { situations } from '../../../modules/proofing/index.ts';
import { currentRequest, frameOf, requestAhead, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { AskAgency } from '../agency-help/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { isRecovering, personOf } from '../subject.ts';
import { LetterOffer } from './letter-offer.tsx';
import { SituationPage, type Trouble } from './situation-page.tsx';
import { SituationsPage } from './situations-page.tsx';

const troubles: readonly Trouble[] = [...situations, 'not-here'];

/** Pages that ask nothing and begin nothing: what works for somebody who lacks something. */
export function otherWaysRoutes({ proofing, agencies, reviewRetentionDays }: ProofingPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.get('/verify/other-ways', (c) =>
    answerPage(c, <SituationsPage frame={frameOf(c)} request={currentRequest(c)} />),
  );

  routes.get('/verify/other-ways/:trouble', async (c) => {
    const trouble = troubles.find((one) => one === c.req.param('trouble'));
    const request = currentRequest(c);
    const frame = frameOf(c);
    if (!trouble) return answerPage(c, <SituationsPage frame={frame} request={request} />);
    const recovers = isRecovering(c);
    const askAgency = <AskAgency frame={frame} agencies={agencies} request={requestAhead(c)} />;
    const asked = trouble === 'no-face-check' && !recovers ? await faceAsked(c) : 'no';
    if (asked === 'letter') {
      const offer = (
        <LetterOffer frame={frame} request={request} reviewDays={reviewRetentionDays} askAgency={askAgency} />
      );
      return answerPage(c, offer);
    }
    const page = (
      <SituationPage
        frame={frame}
        request={request}
        trouble={trouble}
        recovers={recovers}
        plan={(have) => proofing.plan(have, demandOf(c))}
        otherDocument={asked === 'other-document'}
        askAgency={askAgency}
      />
    );
    return answerPage(c, page);
  });

  return routes;

  /** What the agency that sent the person may ask for; of nobody's, what may be asked for at all. */
  function demandOf(c: WebContext): Parameters<typeof proofing.plan>[1] {
    const request = currentRequest(c);
    const agency = request && agencies.find(request.agency);
    return { ial: 2, attributes: agency?.entitled ?? attributeNames };
  }

  /** Where the face check is asked about: whether a letter could take its place with this document, or with another one. */
  async function faceAsked(c: WebContext): Promise<'letter' | 'other-document' | 'no'> {
    const view = await proofing.currentCase(personOf(c));
    if (!view?.open.includes('consent')) return 'no';
    return proofing.mailsCodes(view.answers.document) ? 'letter' : 'other-document';
  }
}
