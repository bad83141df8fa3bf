import type { Database, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, lookUp, queriesOn } from '../../../platform/postgres/index.ts';

interface DeviceRow {
  readonly person: PersonId;
  readonly device: Buffer;
  readonly sealed: Buffer;
  readonly first_seen_at: Date;
  readonly last_seen_at: Date;
}

type Tables = { known_devices: DeviceRow };

export type StoredDevice = Pick<DeviceRow, 'device' | 'sealed' | 'last_seen_at'>;

export interface KnownDeviceStore {
  /** This one first, if it is known; then others, the last used first. One query. */
  find(person: PersonId, device: Buffer): Promise<readonly StoredDevice[]>;
  put(tx: Tx, row: Omit<DeviceRow, 'first_seen_at'>): Promise<void>;
  removeBefore(before: Date): Promise<void>;
}

/** Enough to know the places where somebody usually is. */
const foundAtMost = 10;

const findStatement = `SELECT device, sealed, last_seen_at FROM known_devices WHERE person = $1
  ORDER BY device = $2 DESC, last_seen_at DESC LIMIT ${foundAtMost}`;

export function postgresKnownDevices(database: Database): KnownDeviceStore {
  return {
    find: (person, device) =>
      lookUp<StoredDevice & Record<string, unknown>>(database, findStatement, [person, device]),
    async put(tx, row) {
      await inside(tx)
        .withTables<Tables>()
        .insertInto('known_devices')
        .values({ ...row, first_seen_at: row.last_seen_at })
        .onConflict((known) =>
          known
            .columns(['person', 'device'])
            .doUpdateSet({ sealed: row.sealed, last_seen_at: row.last_seen_at }),
        )
        .execute();
    },
    async removeBefore(before) {
      const devices = queriesOn(database).withTables<Tables>();
      await devices.deleteFrom('known_devices').where('last_seen_at', '<', before).execute();
    },
  };
}
