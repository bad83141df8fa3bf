import { photoRoles } from '../../../modules/proofing/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import type { ProofingPagesDeps } from '../deps.ts';
import { personOf } from '../subject.ts';
import { currentStage } from './current-stage.ts';

/** What pages of a case load by themselves: its photos, and how far the checks are. */
export function caseRoutes({ proofing }: ProofingPagesDeps): Routes {
  const routes = signetRoutes();

  /** Only ever the asking person's own, and in no cache (A17). */
  routes.get('/verify/photo/:role', async (c) => {
    const role = photoRoles.find((one) => one === c.req.param('role'));
    const photo = role && (await proofing.photo(personOf(c), role));
    if (!photo) return c.notFound();
    return c.body(new Uint8Array(photo.jpeg), 200, {
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
    });
  });

  /** For the element in `client/progress.ts`. A case that is no longer there is done, too. */
  routes.get('/verify/progress', async (c) => {
    const progress = await proofing.progress(personOf(c));
    const done = progress === undefined || progress.finished;
    c.header('cache-control', 'no-store');
    return c.json({ stage: currentStage(progress), done, ...(done && { next: '/verify' }) });
  });

  return routes;
}
