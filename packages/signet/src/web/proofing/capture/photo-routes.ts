import type { Photo } from '../../../modules/evidence/index.ts';
import { photoRoles } from '../../../modules/proofing/index.ts';
import type { WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { personOf } from '../subject.ts';

/** The photos of a case, which its pages load: only ever the asking person's own, and in no cache (A17). */
export function photoRoutes({ proofing }: ProofingPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.get('/verify/photo/:role', async (c) => {
    const role = photoRoles.find((one) => one === c.req.param('role'));
    return showPhoto(c, role && (await proofing.photo(personOf(c), role)));
  });

  return routes;
}

export function showPhoto(c: WebContext, photo: Photo | undefined): Response | Promise<Response> {
  if (!photo) return c.notFound();
  return c.body(new Uint8Array(photo.jpeg), 200, {
    'content-type': 'image/jpeg',
    'cache-control': 'no-store',
  });
}
