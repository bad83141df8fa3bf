import { AppError } from '../../../kernel/index.ts';
import type { Photo } from '../../evidence/index.ts';
import type { Cases, LiveCase } from '../cases/index.ts';
import type { PhotoRole } from '../flow/index.ts';

export async function needPhoto(cases: Pick<Cases, 'photo'>, of: LiveCase, role: PhotoRole): Promise<Photo> {
  const photo = await cases.photo(of, role);
  if (!photo)
    throw new AppError('photo-missing', { message: `a case being checked has no photo of ${role}` });
  return photo;
}
