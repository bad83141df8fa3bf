/** What PostgreSQL writes as `xmin:xmax:xip,xip`: the transactions that were over when it was taken. */
export type Snapshot = string;

/**
 * The part of a snapshot that lies before a transaction: as if whatever that one and later ones wrote had not been seen.
 * For a batch that was full, so that the next goes on where it ended.
 */
export function snapshotBefore(snapshot: Snapshot, transaction: string): Snapshot {
  const [, end = '', running = ''] = snapshot.split(':');
  const limit = BigInt(transaction) < BigInt(end) ? BigInt(transaction) : BigInt(end);
  const stillRunning = running
    .split(',')
    .filter((xid) => xid !== '')
    .map(BigInt)
    .filter((xid) => xid < limit);
  return `${stillRunning[0] ?? limit}:${limit}:${stillRunning.join(',')}`;
}
