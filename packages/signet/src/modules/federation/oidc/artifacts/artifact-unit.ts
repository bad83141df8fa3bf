/** A stored artifact, still encrypted. */
export interface ArtifactRow {
  readonly lookup: Buffer;
  readonly sealed: Buffer;
  readonly uid_lookup: Buffer | null;
  readonly uid_sealed: Buffer | null;
  readonly consumed_at: Date | null;
}

/** A row as it is written. */
export interface ArtifactPut extends Omit<ArtifactRow, 'consumed_at'> {
  readonly kind: string;
  readonly grant_lookup: Buffer | null;
  readonly person_lookup: Buffer | null;
  readonly pairing_lookup: Buffer | null;
  readonly related: readonly Buffer[] | null;
  readonly expiresIn: number;
}

/** That something which serves once has served: it travels in its identifier, and this is all that is kept of it. */
export interface Mark {
  readonly lookup: Buffer;
  /** Until when it could be presented, in seconds since 1970. It is part of what was sealed, and the same at each use. */
  readonly until: number;
}

/** What is sealed and serves once is marked by its name, and this end of it. */
export interface OpenedOnce {
  readonly kind: string;
  readonly name: string;
  readonly until: number;
  /** Where this request has tried to use it: it did so first, it had been used before, or it came too late. */
  readonly use?: 'first' | 'before' | 'late';
}

/** An agency's request on its way through our pages, as its cookie carries it. */
export interface CarriedInteraction {
  readonly uid: string;
  readonly json: string;
  readonly until: number;
  /** The pushed request that it began with. */
  readonly parJti: string | undefined;
  /** It does not fit into its cookie: it is a row as well, and the cookie names it. */
  readonly stored: boolean;
}

/** A grant that is in the database, as the answer on its way carries it: without what is released by it. */
export interface CarriedGrant {
  readonly id: string;
  readonly payload: object;
}

/** Which session of ours an agency's session came from (`agency_sessions`). */
export interface JoinedAgencySession {
  readonly session: Buffer;
  readonly agency: string;
  readonly sid: string;
  readonly providerSession: Buffer;
  readonly grantLookup: Buffer;
  readonly expiresIn: number; // seconds
}

/** What one HTTP request writes, all of it or nothing. */
export interface Writes {
  readonly puts: readonly ArtifactPut[];
  readonly gone: readonly Buffer[];
  readonly joined: JoinedAgencySession | undefined;
  /** None of it is written unless each of these is used for the first time, and in time; */
  readonly marks: readonly Mark[];
  /** none of these was used; */
  readonly unused: readonly Buffer[];
  /** and each of these is still stored. */
  readonly standing: readonly Buffer[];
}

/**
 * The artifacts of one HTTP request: what it has read once it need not read again, and what it writes goes to the
 * database together, before the answer leaves. It ends with the request: nothing here outlives an answer. What may
 * happen only once (consuming a code) does not wait for the end; the store does that at once.
 */
export class ArtifactUnit {
  readonly #rows = new Map<string, ArtifactRow | undefined>();
  readonly #byUid = new Map<string, ArtifactRow>();
  readonly #puts = new Map<string, ArtifactPut>();
  readonly #gone = new Map<string, Buffer>();
  readonly #marks = new Map<string, Mark>();
  readonly #opened = new Map<string, OpenedOnce>();
  #joined: JoinedAgencySession | undefined;
  #interaction: CarriedInteraction | undefined;
  #grant: CarriedGrant | undefined;
  #interactionChanged = false;
  #interactionOver: string | undefined;
  /** Of these, what is written next is written only where they are not used, and where they still stand. */
  readonly unused: Buffer[] = [];
  readonly standing: Buffer[] = [];

  /** Undefined in the answer's place: not read yet. */
  read(lookup: Buffer): { readonly row: ArtifactRow | undefined } | undefined {
    const key = keyOf(lookup);
    return this.#rows.has(key) ? { row: this.#rows.get(key) } : undefined;
  }

  readByUid(uidLookup: Buffer): ArtifactRow | undefined {
    return this.#byUid.get(keyOf(uidLookup));
  }

  keep(row: ArtifactRow): void {
    this.#rows.set(keyOf(row.lookup), row);
    if (row.uid_lookup) this.#byUid.set(keyOf(row.uid_lookup), row);
  }

  /** Nothing is stored there: looked for, and not found. */
  keepMissing(lookups: readonly Buffer[]): void {
    for (const lookup of lookups) {
      const key = keyOf(lookup);
      if (!this.#rows.has(key)) this.#rows.set(key, undefined);
    }
  }

  /** What was opened, so that it can be marked when it is used. */
  keepOpened(opened: OpenedOnce): void {
    this.#opened.set(`${opened.kind} ${opened.name}`, opened);
  }

  opened(kind: string, name: string): OpenedOnce | undefined {
    return this.#opened.get(`${kind} ${name}`);
  }

  /** It counts as used when what this unit holds is written, and unless it does nothing of that is. */
  mark(mark: Mark): void {
    this.#marks.set(keyOf(mark.lookup), mark);
  }

  get interaction(): CarriedInteraction | undefined {
    return this.#interaction;
  }

  /** Whether the browser has to be given it anew. */
  get interactionChanged(): boolean {
    return this.#interactionChanged;
  }

  /** The one that ended in this request. */
  get interactionOver(): string | undefined {
    return this.#interactionOver;
  }

  carry(interaction: CarriedInteraction, changed: boolean): void {
    this.#interaction = interaction;
    this.#interactionChanged = changed;
  }

  endInteraction(uid: string): void {
    this.#interactionOver = uid;
  }

  get grant(): CarriedGrant | undefined {
    return this.#grant;
  }

  carryGrant(grant: CarriedGrant): void {
    this.#grant = grant;
  }

  put(put: ArtifactPut): void {
    this.keep({ ...put, consumed_at: this.#rows.get(keyOf(put.lookup))?.consumed_at ?? null });
    this.#puts.set(keyOf(put.lookup), put);
    this.#gone.delete(keyOf(put.lookup));
  }

  remove(lookup: Buffer): void {
    const key = keyOf(lookup);
    const uid = this.#rows.get(key)?.uid_lookup;
    if (uid) this.#byUid.delete(keyOf(uid));
    this.#rows.set(key, undefined);
    this.#puts.delete(key);
    this.#gone.set(key, lookup);
  }

  /** An agency got an answer in this request: its session there is one with ours here. */
  join(joined: JoinedAgencySession | undefined): void {
    this.#joined = joined;
  }

  isWaiting(lookup: Buffer): boolean {
    return this.#puts.has(keyOf(lookup));
  }

  consumed(lookup: Buffer, at: Date): void {
    const row = this.#rows.get(keyOf(lookup));
    if (row) this.keep({ ...row, consumed_at: at });
  }

  /** Forgets what was read, for when the database changed by another way than this unit. */
  forget(): void {
    this.#rows.clear();
    this.#byUid.clear();
  }

  /** With all that this one knows and is to write; what becomes of the one is nothing to the other. */
  fork(): ArtifactUnit {
    const fork = new ArtifactUnit();
    const copies = [
      [fork.#rows, this.#rows],
      [fork.#byUid, this.#byUid],
      [fork.#puts, this.#puts],
      [fork.#gone, this.#gone],
      [fork.#marks, this.#marks],
      [fork.#opened, this.#opened],
    ] as readonly [Map<string, unknown>, ReadonlyMap<string, unknown>][];
    for (const [copy, of] of copies) for (const [key, value] of of) copy.set(key, value);
    fork.#joined = this.#joined;
    fork.#interaction = this.#interaction;
    fork.#grant = this.#grant;
    fork.#interactionChanged = this.#interactionChanged;
    fork.#interactionOver = this.#interactionOver;
    fork.unused.push(...this.unused);
    fork.standing.push(...this.standing);
    return fork;
  }

  /** What is to be written, which counts as written from here on. */
  take(): Writes {
    const taken: Writes = {
      puts: [...this.#puts.values()],
      gone: [...this.#gone.values()],
      joined: this.#joined,
      marks: [...this.#marks.values()],
      unused: this.unused.splice(0),
      standing: this.standing.splice(0),
    };
    this.#joined = undefined;
    this.#marks.clear();
    this.#puts.clear();
    this.#gone.clear();
    return taken;
  }
}

const keyOf = (lookup: Buffer): string => lookup.toString('base64');
