import type { AtPhone } from '../../../modules/proofing/index.ts';

/** Where a phone stands that holds this link, or none that is known. */
export function placeAtPhone(at: AtPhone | undefined): string {
  const standing = at?.link.standing;
  switch (standing?.is) {
    case 'waiting':
    case 'opened':
      return '/phone/begin';
    case 'joined':
      return `/phone/${standing.role}`;
    case 'done':
      return '/phone/done';
    default:
      return '/phone/over';
  }
}
