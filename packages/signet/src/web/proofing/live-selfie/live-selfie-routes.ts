import { z } from 'zod';
import { movements } from '../../../modules/biometrics/index.ts';
import type { BeginError, FrameAnswer, FrameError } from '../../../modules/proofing/index.ts';
import { postedJson, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { personOf } from '../subject.ts';

const beginning = z.object({ without: z.array(z.enum(movements)).max(movements.length) });
/** A frame is a JPEG of some 100 kB, in base64; the limit of the body is the route's (`json`). */
const frameSent = z.object({ nonce: z.uuid(), frame: z.base64() });

type Refused = 'not-now' | 'nothing-left' | 'too-many' | 'busy' | 'unreadable';

/** What the script that runs the camera asks (`client/live-selfie/`): a live picture is begun, and a frame is looked at. */
export function liveSelfieRoutes({ proofing }: ProofingPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.post('/verify/selfie/live', async (c) => {
    const asked = beginning.safeParse(postedJson(c));
    if (!asked.success) return refused(c, 'unreadable');
    const begun = await proofing.beginLiveSelfie(personOf(c), asked.data.without);
    if (!begun.ok) return refused(c, reasonNotBegun[begun.error]);
    return answered(c, { step: begun.value });
  });

  routes.post('/verify/selfie/frame', async (c) => {
    const sent = frameSent.safeParse(postedJson(c));
    if (!sent.success) return refused(c, 'unreadable');
    const bytes = Buffer.from(sent.data.frame, 'base64');
    const looked = await proofing.addFrame(personOf(c), sent.data.nonce, bytes);
    return looked.ok ? answered(c, looked.value) : refused(c, reasonOf(looked.error));
  });

  return routes;
}

function answered(c: WebContext, { step, problem }: FrameAnswer): Response {
  c.header('cache-control', 'no-store');
  const leadsOn = step.ask === 'nothing-more' && { redirect: '/verify' }; // to where the case stands
  return c.json({ ...step, ...(problem && { problem }), ...leadsOn });
}

const statuses = {
  'not-now': 409,
  'nothing-left': 409,
  'too-many': 429,
  busy: 503,
  unreadable: 422,
} as const;

const refused = (c: WebContext, why: Refused): Response => c.json({ refused: why }, statuses[why]);

const reasonNotBegun: Readonly<Record<BeginError, Refused>> = {
  'not-now': 'not-now',
  'too-many-tries': 'too-many',
  'too-few-movements': 'nothing-left',
};

const reasonOf = (error: FrameError): Refused => {
  if (error === 'not-now') return 'not-now';
  if (error === 'busy' || error === 'too-many-waiting') return 'busy';
  return error === 'too-many-frames' ? 'too-many' : 'unreadable';
};
