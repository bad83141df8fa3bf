/** What a route may ask of a request before it runs, in the order in which a row names them. `guards/` says how. */
export type GuardName =
  /** Anybody. */
  | 'open'
  /** Anybody who holds a mailed link: its secret is in the address or the form, and the use case knows it or not. */
  | 'link'
  /** A browser that has begun something: it has a session, signed in or not. */
  | 'session'
  /** Signed in with at least one factor. */
  | 'signed-in'
  /** Signed in with two factors: AAL2 (A27). */
  | 'two-factors'
  /** Owner of the account under `/account`: AAL2. The page then also says if that account is to be deleted. */
  | 'owner'
  /** Step-up: a factor was given in the last quarter of an hour. Otherwise it is asked for, and leads back here. */
  | 'recent'
  /** `recent`, but for an account that is finished; one that is being made has shown its factors just now. */
  | 'recent-once-finished'
  /** `recent`, but for codes that were just made and wait to be saved. */
  | 'recent-for-new-codes'
  /** `recent`, but for an account that is to be deleted already: nothing stands before keeping it. */
  | 'recent-unless-closing'
  /** The account has a password, beside which alone a phone counts (B6). */
  | 'has-password'
  /** A new account may choose a phone as its second authenticator now. */
  | 'phone-is-next'
  /** Here is a session that lay longer than the idle limit, and a person who may resume it. */
  | 'idle-session'
  /** This browser has shown that it reads the mailbox of the account it wants back (B15). */
  | 'recovery-under-way'
  /** A person who proves their identity: at AAL2 with a vault to keep it in, or in a recovery (A27, A28). */
  | 'proofing-subject'
  /** `proofing-subject`, whose case takes the photo of this address now: nobody else’s is read. */
  | 'photo-step'
  /** A phone that may take photos for a case, by a link of the screen where its person is signed in (finding P5). */
  | 'phone-link'
  /** `phone-link`, which takes the photo of this address now: nobody else’s is read. */
  | 'phone-photo'
  /** The browser holds the cookie of this very request of an agency, and the request still stands. */
  | 'agency-request';

/** What a body may be, and how large. A request without a body has none. */
export type BodyKind = 'none' | 'form' | 'json' | 'photo';

const kibibyte = 1024;

/** In bytes. */
export const bodyLimits: Readonly<Record<BodyKind, number>> = {
  none: 0,
  form: 256 * kibibyte,
  json: 256 * kibibyte,
  photo: 16 * kibibyte * kibibyte, // a photo of 15 MB and the form around it
};

export interface RoutePolicy {
  readonly guards: readonly [GuardName, ...GuardName[]];
  readonly body: BodyKind;
  /** What reads the answer: a browser, a script that posted JSON, or the script that watches the checks. */
  readonly reader: 'browser' | 'script' | 'progress-script';
}

export type RouteKey = `${'GET' | 'POST'} /${string}`;

export type RouteTable = Readonly<Record<RouteKey, RoutePolicy>>;

type Guards = RoutePolicy['guards'];

/** The kinds of rows. A row without a guard does not compile: `open` has to be said. */
export const page = (...guards: Guards): RoutePolicy => ({ guards, body: 'none', reader: 'browser' });
export const form = (...guards: Guards): RoutePolicy => ({ guards, body: 'form', reader: 'browser' });
export const photo = (...guards: Guards): RoutePolicy => ({ guards, body: 'photo', reader: 'browser' });
export const json = (...guards: Guards): RoutePolicy => ({ guards, body: 'json', reader: 'script' });
export const progress = (...guards: Guards): RoutePolicy => ({
  guards,
  body: 'none',
  reader: 'progress-script',
});
