import type { PersonId, Redacted, Tx } from '../../../kernel/index.ts';
import type { RiskSignal } from '../../risk/index.ts';
import type { VaultKey } from '../../vault/index.ts';
import type { Circumstances, Origin } from './session-origin.ts';

/** One authenticator used and inspected, as the session remembers it (B10, B12). */
export interface AuthenticationEvent {
  readonly method: 'password' | 'totp' | 'passkey' | 'recovery-code' | 'text-code' | 'voice-code';
  readonly at: Date;
  readonly userVerified?: boolean; // passkeys: the UV flag as it came
  readonly backupEligible?: boolean; // passkeys: a syncable key caps at AAL2 (B2)
}

/** What a browser is remembered by. Before sign-in `person` is absent. */
export interface Session {
  readonly id: string; // hash of the cookie's id: safe to log
  /** Names the session through every renewal of its cookie. Opens nothing. */
  readonly ref: string;
  readonly person?: PersonId;
  /**
   * It was this person's and lay longer than the idle limit (B11): worth nothing, and nobody's, until one factor of
   * theirs resumes it.
   */
  readonly idle?: { readonly person: PersonId };
  readonly events: readonly AuthenticationEvent[];
  /** What the events amount to now: 0 nobody, 1 a second factor is still due, 2 and 3 signed in. */
  readonly aal: 0 | 1 | 2 | 3;
  readonly phishingResistant: boolean;
  /** When everything that makes the level had been given: the oldest of the newest that it takes. */
  readonly authenticatedAt?: Date;
  /** An authentication of the last quarter of an hour: what changes an account asks for one (step-up). */
  readonly recent: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date; // the nearer of idle and absolute limits (B11)
  readonly opensVault: boolean;
  /** What a journey under way needs to remember; at rest it is encrypted under the cookie's secret. */
  readonly pending: Readonly<Record<string, unknown>>;
}

/**
 * A request's session together with the cookie that opens it. Calls that change what the browser holds return a
 * new one: whenever `cookie` differs from what came, set it.
 */
export interface Presence {
  readonly session: Session;
  /** The cookie's whole value, `<id>.<secret>`. */
  readonly cookie: Redacted<string>;
  /** Where this request comes from; what is renewed from this presence came from there. */
  readonly from?: Circumstances | undefined;
}

/** A session as its person sees it beside their others. */
export interface SessionView extends Pick<Session, 'ref' | 'events' | 'aal'> {
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
  readonly origin: Origin | undefined;
}

export interface BeginSession {
  readonly person?: PersonId;
  readonly events?: readonly AuthenticationEvent[];
  readonly vaultKey?: VaultKey | undefined;
  readonly pending?: Readonly<Record<string, unknown>> | undefined;
  /** The session this one takes the place of: it ends in the same statement (B12, fixation). */
  readonly previous?: Presence;
  /** Left out, `previous`' own. */
  readonly from?: Circumstances | undefined;
  readonly signals?: readonly RiskSignal[];
}

export interface RenewSession {
  /** The authentication that is added. Without one the session is worth what it was. */
  readonly event?: AuthenticationEvent | undefined;
  /** The person whom an anonymous session belongs to from now on. */
  readonly person?: PersonId | undefined;
  readonly vaultKey?: VaultKey | undefined;
  /** An entry of `pending` that this authentication uses up: of two requests at once only one gets through. */
  readonly consume?: string | undefined;
  /** What `pending` becomes with it. */
  readonly pending?: Readonly<Record<string, unknown>> | undefined;
  readonly signals?: readonly RiskSignal[];
  readonly tx?: Tx;
}

/** A session as it will be when it is written: nobody holds it yet. */
export interface PreparedRenewal {
  readonly presence: Presence;
  /** False, and nothing is written, when the session changed since. */
  write(tx: Tx): Promise<boolean>;
}

type PendingPatch =
  | Readonly<Record<string, unknown>>
  | ((held: Session['pending']) => Readonly<Record<string, unknown>>);

export interface Sessions {
  /**
   * One query. Undefined when there is none, it ended, it expired, or the secret is not its own. A network that the
   * session was not used from before is noted, and its person told where it is in another country: once. A script that only
   * looks how far something is (`by`) is no activity of its person, and keeps no session alive (B11).
   */
  load(cookie: string, from?: Circumstances, by?: 'person' | 'waiting-script'): Promise<Presence | undefined>;
  /** A new session with a new cookie. */
  begin(from: BeginSession, tx?: Tx): Promise<Presence>;
  /**
   * The same session under a new cookie (B12), as after one more authentication, or when an authenticator was bound or
   * removed: `pending` and the vault key go along. Throws AppError `session-gone` when it ended meanwhile, or when what
   * it should `consume` was taken.
   */
  renew(presence: Presence, how: RenewSession): Promise<Presence>;
  /**
   * The same up to what is written, for what else is written with it: `pendingWith` sees the session as it will be, and gives
   * what its `pending` becomes besides.
   */
  prepareRenewal(
    presence: Presence,
    how: Omit<RenewSession, 'tx'>,
    pendingWith: (next: Presence) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<PreparedRenewal>;
  /**
   * Merges `patch` into `pending` (undefined removes a key), also when another tab writes at the same time: `patch` may
   * depend on what is held when its turn comes.
   */
  setPending(presence: Presence, patch: PendingPatch, tx?: Tx): Promise<Presence>;
  /** Takes one entry out of `pending`: of two requests at once only one gets it. */
  takePending(
    presence: Presence,
    key: string,
  ): Promise<{ readonly presence: Presence; readonly value: unknown }>;
  /** Keeps the vault key with the session, under the cookie's secret. */
  holdVault(presence: Presence, key: VaultKey, tx?: Tx): Promise<Presence>;
  /** The person's vault key while they are here; undefined when this session cannot open it. */
  openVault(presence: Presence): Promise<VaultKey | undefined>;
  end(presence: Presence, tx?: Tx): Promise<void>;
  /** Ends a person's sessions everywhere, except `keep`, and what agencies hold by them (P4). Returns how many. */
  endAll(person: PersonId, keep: Presence | undefined, tx: Tx): Promise<number>;
  /** A person's sessions that are signed in, the last used first. */
  listOf(person: PersonId): Promise<readonly SessionView[]>;
  /** Whether the person is signed in with this session now, and it does not lie idle. */
  isSignedIn(person: PersonId, ref: string): Promise<boolean>;
  /** Ends that one of this person's, wherever it is; false when it is none of theirs. */
  endOne(person: PersonId, ref: string, tx: Tx): Promise<boolean>;
  /** Ends those in which `method` was used, except `keep`. */
  endAllUsing(
    person: PersonId,
    method: AuthenticationEvent['method'],
    keep: Presence,
    tx: Tx,
  ): Promise<number>;
  /** Forgets sessions that are over by time. */
  removeExpired(): Promise<void>;
}
