import type { CaseId, Language, PersonId, Tx } from '../../../kernel/index.ts';
import type { PhotoRole } from '../flow/index.ts';

/** One link that lets one phone take photos for one case. */
export interface PhoneLink {
  readonly person: PersonId;
  readonly caseId: CaseId;
  /** Names it; opens nothing. */
  readonly id: string;
  /** The session at the desk, by its `ref`, where somebody is signed in there. */
  readonly session?: string;
  /** The photos that it is for. */
  readonly roles: readonly PhotoRole[];
  /** That of the desk when the link was made: the two words are in it, on both screens. */
  readonly language: Language;
  readonly phone: 'none' | 'opened' | 'joined';
  readonly joinedAt?: Date;
  readonly expiresAt: Date;
  readonly ended?: 'taken-back' | 'refused' | 'done';
}

export interface NewPhoneLink extends Omit<PhoneLink, 'phone' | 'joinedAt' | 'ended'> {
  readonly token: Buffer;
  readonly code: string;
}

/** What is kept of the tokens that a phone holds: its own, and that of the link that it came with. */
export interface PhoneDigests {
  readonly own: Buffer;
  readonly link?: Buffer;
}

/** `isIts`: this phone has it; otherwise it came with the link's token. */
export interface FoundLink {
  readonly link: PhoneLink;
  readonly isIts: boolean;
}

export interface PhoneLinkStore {
  /** In the place of the case's earlier one: its token, its code and its phone open nothing any more. */
  put(tx: Tx, link: NewPhoneLink): Promise<void>;
  ofCase(person: PersonId, caseId: CaseId): Promise<PhoneLink | undefined>;
  /** The link that this phone has, or that it came with. */
  ofPhone(phone: PhoneDigests): Promise<FoundLink | undefined>;
  /** Gives the link of a code that counts to this phone. False where there is none, or another phone has it. */
  openByCode(code: string, own: Buffer, now: Date): Promise<boolean>;
  /** Gives the link to this phone, whose person began it. False where another was faster, or the link is over. */
  join(tx: Tx, link: PhoneLink, own: Buffer, now: Date): Promise<boolean>;
  prolong(tx: Tx, link: PhoneLink, until: Date): Promise<void>;
  /** False where it had ended already. */
  end(tx: Tx, link: PhoneLink, why: NonNullable<PhoneLink['ended']>): Promise<boolean>;
  /** A link of this case that is for none but these photos is done. */
  endDone(
    tx: Tx,
    of: { readonly person: PersonId; readonly caseId: CaseId },
    settled: readonly PhotoRole[],
  ): Promise<void>;
  /** Those that were over by then. */
  removeBefore(before: Date): Promise<void>;
  erase(tx: Tx, person: PersonId): Promise<void>;
}

/** Whether the person is still signed in with this session. */
export type IsSignedIn = (person: PersonId, session: string) => Promise<boolean>;
