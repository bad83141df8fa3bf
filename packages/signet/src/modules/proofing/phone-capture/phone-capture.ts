import type { Language, PersonId, Redacted, Result } from '../../../kernel/index.ts';
import type { CaseView, NotNow } from '../cases/index.ts';
import type { PhotoRole } from '../flow/index.ts';
import type { LinkSecrets } from './link-secrets.ts';
import type { MatchingWords } from './matching-words.ts';
import type { LinkStanding, StandingAtPhone } from './standing.ts';

/** A link as both screens see it. */
export interface PhoneLinkView {
  /** Names it; opens nothing. */
  readonly id: string;
  readonly standing: LinkStanding;
  /** A phone has it. */
  readonly hasPhone: boolean;
  /** When its person said that they began this. */
  readonly joinedAt?: Date;
  readonly roles: readonly PhotoRole[];
  readonly match: MatchingWords;
  /** In which the two words are said on both screens. */
  readonly language: Language;
  readonly expiresAt: Date;
}

export interface MadeLink extends LinkSecrets {
  readonly link: PhoneLinkView;
}

/** What a phone holds: a token of its own, and that of the link that it came with. */
export interface PhoneTokens {
  readonly own: Redacted<string>;
  readonly link?: Redacted<string>;
}

/** What the screen has where the person is signed in. */
export interface AtDesk {
  readonly open: CaseView | undefined;
  readonly link: PhoneLinkView | undefined;
}

/** A link as a phone has it that is not signed in. */
export interface AtPhone {
  /** Whose case it is: all that the phone sends is counted as theirs. */
  readonly person: PersonId;
  readonly open: CaseView | undefined;
  readonly link: Omit<PhoneLinkView, 'standing'> & { readonly standing: StandingAtPhone };
}

/**
 * Photos of a case that a phone takes which is not signed in (finding P5). The desk, where the person is signed in, makes a
 * link; one phone opens it and may take the photos that were still to take, and nothing else.
 */
export interface PhoneCapture {
  /** In the place of the case's earlier link. `session`: by its `ref`, where somebody is signed in. */
  makeLink(
    person: PersonId,
    desk: { readonly session: string | undefined; readonly language: Language },
  ): Promise<Result<MadeLink, NotNow | 'too-many-links'>>;
  /** The person's open case and its link. */
  atDesk(person: PersonId): Promise<AtDesk>;
  /** A quarter of an hour more for the phone that has the link. */
  prolong(person: PersonId): Promise<void>;
  takeBack(person: PersonId): Promise<void>;

  /** What this phone may do; undefined where no link is known by what it holds. */
  atPhone(phone: PhoneTokens): Promise<AtPhone | undefined>;
  /** Gives the link of a typed code to this phone. `network`: where it comes from, as such are counted. */
  openByCode(
    phone: PhoneTokens,
    typed: string,
    network: string,
  ): Promise<Result<'opened', 'not-known' | 'too-many-codes'>>;
  /** The person at the phone says that they began this. False: see `atPhone` for the reason. */
  join(phone: PhoneTokens): Promise<boolean>;
  /** The person at the phone says that they did not begin this. */
  refuse(phone: PhoneTokens): Promise<void>;
}
