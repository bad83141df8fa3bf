import type { CaseView } from '../cases/index.ts';
import type { PhotoRole } from '../flow/index.ts';
import type { PhoneLink } from './ports.ts';

/** Why a link opens nothing any more. */
export type LinkOver = 'taken-back' | 'refused' | 'expired' | 'signed-out' | 'case-over';

/**
 * How far it is. `waiting`: no phone has opened it. `opened`: one has, and its person has not said yet that they began this.
 * `joined`: it takes the photo of `role`. `done`: every photo is there.
 */
export type LinkStanding =
  | { readonly is: 'waiting' | 'opened' | 'done' | LinkOver }
  | { readonly is: 'joined'; readonly role: PhotoRole };

/** The same as a phone sees it: another one may have the link. */
export type StandingAtPhone = LinkStanding | { readonly is: 'another-phone' };

/** `open`: the person's case as it stands now; `signedIn`: at the desk, with the session that made the link. */
export function standingOf(
  link: PhoneLink,
  { open, signedIn, now }: { open: CaseView | undefined; signedIn: boolean; now: Date },
): LinkStanding {
  if (link.ended) return { is: link.ended };
  if (!signedIn) return { is: 'signed-out' };
  if (open?.id !== link.caseId) return { is: 'case-over' };
  const role = link.roles.find((one) => !open.answers.photos[one]?.settled);
  if (!role) return { is: 'done' };
  if (!open.open.includes(role)) return { is: 'case-over' };
  if (link.expiresAt <= now) return { is: 'expired' };
  if (link.phone === 'joined') return { is: 'joined', role };
  return { is: link.phone === 'opened' ? 'opened' : 'waiting' };
}

/** Of what another phone does one that came later is told only that it is done: there is nothing left to do on either. */
export function standingAtPhone(
  standing: LinkStanding,
  has: PhoneLink['phone'],
  isIts: boolean,
): StandingAtPhone {
  const isUnderWay = standing.is === 'opened' || standing.is === 'joined';
  return isUnderWay && has !== 'none' && !isIts ? { is: 'another-phone' } : standing;
}
