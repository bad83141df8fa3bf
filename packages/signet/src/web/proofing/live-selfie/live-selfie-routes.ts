import { z } from 'zod';
import type { PersonId } from '../../../kernel/index.ts';
import { wideNetworkOf } from '../../../modules/authentication/index.ts';
import { movements } from '../../../modules/biometrics/index.ts';
import type { BeginError, FrameAnswer, FrameError } from '../../../modules/proofing/index.ts';
import { postedJson, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { personOf } from '../subject.ts';

const beginning = z.object({ without: z.array(z.enum(movements)).max(movements.length) });
/** A frame is a JPEG of some 100 kB, in base64; the limit of the body is the route's (`json`). */
const frameSent = z.object({
  nonce: z.uuid(),
  frame: z.base64(),
  /** What the browser calls the camera: a word of the page's, by which nobody is let in. */
  camera: z.string().max(500).optional(),
});

type LiveSelfies = Pick<ProofingPagesNeeds['proofing'], 'beginLiveSelfie' | 'addFrame'>;

type Refused = 'not-now' | 'nothing-left' | 'too-many' | 'busy' | 'unreadable';

/** What the script that runs the camera asks (`client/live-selfie/`): a live picture is begun, and a frame is looked at. */
export function liveSelfieRoutes({ proofing }: ProofingPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.post('/verify/selfie/live', (c) => beginLive(c, proofing, personOf(c)));
  routes.post('/verify/selfie/frame', (c) => lookAtFrame(c, proofing, personOf(c), '/verify'));

  return routes;
}

export async function beginLive(c: WebContext, proofing: LiveSelfies, person: PersonId): Promise<Response> {
  const asked = beginning.safeParse(postedJson(c));
  if (!asked.success) return refused(c, 'unreadable');
  const begun = await proofing.beginLiveSelfie(person, asked.data.without);
  if (!begun.ok) return refused(c, reasonNotBegun[begun.error]);
  return answered(c, { step: begun.value });
}

/** `next`: from where the browser finds the way to where the case stands. */
export async function lookAtFrame(
  c: WebContext,
  proofing: LiveSelfies,
  person: PersonId,
  next: string,
): Promise<Response> {
  const sent = frameSent.safeParse(postedJson(c));
  if (!sent.success) return refused(c, 'unreadable');
  const bytes = Buffer.from(sent.data.frame, 'base64');
  const network = wideNetworkOf(c.var.visit.source);
  const { nonce, camera } = sent.data;
  const looked = await proofing.addFrame(person, nonce, bytes, network, { name: camera });
  return looked.ok ? answered(c, looked.value, next) : refused(c, reasonOf(looked.error));
}

function answered(c: WebContext, { step, problem }: FrameAnswer, next?: string): Response {
  c.header('cache-control', 'no-store');
  const leadsOn = step.ask === 'nothing-more' && next && { redirect: next };
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
