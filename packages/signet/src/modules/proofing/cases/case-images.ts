import type { Tx } from '../../../kernel/index.ts';
import type { Photo } from '../../evidence/index.ts';
import type { PhotoRole } from '../flow/index.ts';
import type { LiveCase } from './case.ts';
import { openImage, sealImage } from './case-seal.ts';
import type { ImageStore } from './ports.ts';

export async function keepImage(
  images: Pick<ImageStore, 'put'>,
  tx: Tx,
  of: LiveCase,
  id: string,
  photo: Photo,
): Promise<void> {
  const ref = { person: of.person, caseId: of.id, id };
  await images.put(tx, ref, sealImage(of.key, of.id, id, photo.jpeg));
}

/** The photo as it was taken, while it is kept. */
export async function photoOf(
  images: Pick<ImageStore, 'get'>,
  open: LiveCase,
  role: PhotoRole,
): Promise<Photo | undefined> {
  const answer = open.contents.answers.photos[role];
  return answer && pictureOf(images, open, answer);
}

/** One of the case's pictures, by its random name. */
export async function pictureOf(
  images: Pick<ImageStore, 'get'>,
  open: LiveCase,
  { id, width, height }: { readonly id: string; readonly width: number; readonly height: number },
): Promise<Photo | undefined> {
  const sealed = await images.get({ person: open.person, caseId: open.id, id });
  return sealed && { jpeg: openImage(open.key, open.id, id, sealed), width, height };
}
