import type { Language } from '../../../kernel/index.ts';

/** Scopes that bring attributes. The standard ones are there so that any stock client works unchanged. */
export const attributeScopes = ['email', 'profile', 'address', 'identity', 'ssn'] as const;
export type AttributeScope = (typeof attributeScopes)[number];

type InEachLanguage = Readonly<Record<Language, string>>;

/** Everything of a person that an attribute can be taken from, by where it is held. */
export interface Held {
  /** The item `identity` of their vault: there once they are proven, opened only by their presence. */
  readonly identity: {
    readonly givenName: string;
    readonly middleName?: string | undefined;
    readonly familyName: string;
    readonly suffix?: string | undefined;
    readonly birthDate: string; // YYYY-MM-DD
    readonly address?: HeldAddress | undefined;
    readonly ssn?: string | undefined; // nine digits
    /** Absent: an SSN. */
    readonly numberKind?: 'itin' | undefined;
  };
  /** Their account. */
  readonly email: { readonly address: string; readonly masked: string };
}

export interface HeldAddress {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

/** As much of it as there is: without a proven identity there is none to give. */
export type HeldNow = { readonly [Place in keyof Held]: Held[Place] | undefined };

/** A value for its owner's eyes: in full, and as it stands before "Show" is pressed (C4). */
export interface Shown {
  /** A day is written in the reader's language. */
  readonly full: string | { readonly day: string };
  /** Absent where nothing needs hiding. */
  readonly masked?: string;
  /** What to call it, where the value tells more than the row's title, which stands where nobody's value is seen. */
  readonly title?: InEachLanguage;
}

/** What a row gives for each claim; undefined leaves it out. */
type Claimed = string | boolean | Readonly<Record<string, string>> | undefined;

/** What there is to say of an attribute before anybody's value is looked at. */
interface Terms<Place extends keyof Held, Claim extends string> {
  readonly heldIn: Place;
  /** By which scopes an agency asks for it. */
  readonly scopes: readonly [AttributeScope, ...AttributeScope[]];
  readonly claims: readonly [Claim, ...Claim[]];
  /** It was proven, and stands in `verified_claims` as well, beside how (P7). */
  readonly verified: boolean;
  /** Given only under an agreement that names it: a scope of its own, which brings nothing else along (C1). */
  readonly ownAgreement: boolean;
  /** What the consent page and the person's history call it. */
  readonly title: InEachLanguage;
}

interface Row<Place extends keyof Held, Claim extends string> extends Terms<Place, Claim> {
  /** In OpenID's claim names, for userinfo. */
  release(held: Held[Place]): Readonly<Record<Claim, Claimed>>;
  /** Undefined where Signet has no such value. */
  shown(held: Held[Place]): Shown | undefined;
}

/** One thing that an agency may be given, and all that Signet has to know of it. */
export interface Attribute extends Terms<keyof Held, string> {
  /** The claims that there is something to say in: none where nothing is held. */
  release(held: HeldNow): Readonly<Record<string, unknown>>;
  shown(held: HeldNow): Shown | undefined;
}

/**
 * Makes a row of the table. One that names a claim and does not fill it, reads another place than it says it is held in,
 * or lacks words in a language, does not compile.
 */
export function attribute<const Place extends keyof Held, const Claim extends string>(
  row: Row<Place, Claim>,
): Attribute {
  return {
    ...row,
    release(held) {
      const here = held[row.heldIn];
      const claims = here === undefined ? {} : row.release(here);
      return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
    },
    shown(held) {
      const here = held[row.heldIn];
      return here === undefined ? undefined : row.shown(here);
    },
  };
}
