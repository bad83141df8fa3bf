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

/** Which session of ours an agency's session came from (`agency_sessions`). */
export interface JoinedAgencySession {
  readonly session: Buffer;
  readonly agency: string;
  readonly sid: string;
  readonly providerSession: Buffer;
  readonly grantLookup: Buffer;
  readonly expiresIn: number; // seconds
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
  #joined: JoinedAgencySession | undefined;

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

  /** What is to be written, which counts as written from here on. */
  take(): {
    readonly puts: readonly ArtifactPut[];
    readonly gone: readonly Buffer[];
    readonly joined: JoinedAgencySession | undefined;
  } {
    const taken = { puts: [...this.#puts.values()], gone: [...this.#gone.values()], joined: this.#joined };
    this.#joined = undefined;
    this.#puts.clear();
    this.#gone.clear();
    return taken;
  }
}

const keyOf = (lookup: Buffer): string => lookup.toString('base64');
