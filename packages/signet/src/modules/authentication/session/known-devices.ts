import { z } from 'zod';
import { type Clock, days, minutes, newId, type PersonId, type Tx } from '../../../kernel/index.ts';
import {
  deviceOf,
  deviceSchema,
  type Place,
  type PlaceOf,
  placeSchema,
  type Seen,
} from '../../risk/index.ts';
import type { TriedAccounts } from '../limits/index.ts';
import type { SessionKeys } from './ports.ts';
import type { KnownDeviceStore, StoredDevice } from './postgres-known-devices.ts';
import type { Circumstances } from './session-origin.ts';

/** What is known of a person's browsers when a request comes from one. */
export interface Familiar {
  /** Whether they signed in with this browser before; undefined where it has no name to tell by. */
  readonly known: boolean | undefined;
  /** Where they were seen before, the newest first: the last place of each browser. Opened only for who asks. */
  before(): Promise<readonly Seen[]>;
}

/** What a sign-in from there is judged by. */
export interface Arrival extends Familiar {
  /** How many accounts were lately tried in vain from this network. */
  readonly accountsTried: number;
}

export interface KnownDevices {
  /** One round trip, and for one request only once however often it is asked. */
  look(person: PersonId, from: Circumstances): Promise<Arrival>;
  /**
   * The browser's name, where it is one of this person's own. For nobody the database is asked the same, so that the
   * time does not tell whether there is an account.
   */
  own(person: PersonId | undefined, from: Circumstances | undefined): Promise<string | undefined>;
  /** This browser is the person's from now on. Writes nothing where it lately wrote the same. */
  remember(tx: Tx, person: PersonId, from: Circumstances): Promise<void>;
  removeExpired(): Promise<void>;
}

/** As long as the browser's cookie lives at the most. */
const knownFor = days(400);

/** How often "last seen" is written. What is stored lags by this much, and travel then seems slower, never faster. */
const seenGrain = minutes(15);

const sealedSchema = z.object({ device: deviceSchema, place: placeSchema.exactOptional() });

interface Found extends Familiar {
  readonly device: Buffer | undefined;
  /** This browser, as it was last written down. */
  readonly here: { readonly at: Date; place(): Promise<Place | undefined> } | undefined;
}

export function createKnownDevices(needs: {
  readonly store: KnownDeviceStore;
  readonly kms: SessionKeys;
  readonly placeOf: PlaceOf;
  readonly clock: Clock;
  readonly tried: TriedAccounts;
}): KnownDevices {
  const { store, kms, placeOf, clock, tried } = needs;
  const asked = new WeakMap<Circumstances, Map<PersonId, Promise<Found>>>();
  const triedOf = new WeakMap<Circumstances, Promise<number>>();

  async function find(person: PersonId, from: Circumstances): Promise<Found> {
    if (!from.device) return { known: undefined, before: async () => [], device: undefined, here: undefined };
    const name = Buffer.from(JSON.stringify(['device', person, from.device]));
    const device = await kms.mac('contact-index', name);
    const rows = await store.find(person, device);
    const [first] = rows;
    const places = new Map<StoredDevice, Promise<Place | undefined>>();
    const placeOfRow = (row: StoredDevice): Promise<Place | undefined> => {
      const opened = places.get(row) ?? placeIn(person, row);
      places.set(row, opened);
      return opened;
    };
    const here = first?.device.equals(device)
      ? { at: first.last_seen_at, place: () => placeOfRow(first) }
      : undefined;
    return {
      device,
      here,
      known: here !== undefined,
      before: async () => {
        const seen = await Promise.all(
          rows.map(async (row) => ({ place: await placeOfRow(row), at: row.last_seen_at })),
        );
        return seen
          .flatMap(({ place, at }) => (place ? [{ place, at }] : []))
          .sort((a, b) => b.at.getTime() - a.at.getTime());
      },
    };
  }

  function once(person: PersonId, from: Circumstances): Promise<Found> {
    const ofRequest = asked.get(from) ?? new Map<PersonId, Promise<Found>>();
    asked.set(from, ofRequest);
    const found = ofRequest.get(person) ?? find(person, from);
    ofRequest.set(person, found);
    return found;
  }

  function triedFrom(from: Circumstances): Promise<number> {
    const accountsTried = triedOf.get(from) ?? tried.from(from.source);
    triedOf.set(from, accountsTried);
    return accountsTried;
  }

  async function placeIn(person: PersonId, { device, sealed }: StoredDevice): Promise<Place | undefined> {
    const opened = await kms.unwrap('contact', sealed, deviceContext(person, device));
    return sealedSchema.parse(JSON.parse(opened.toString())).place;
  }

  return {
    async look(person, from) {
      const [{ known, before }, accountsTried] = await Promise.all([once(person, from), triedFrom(from)]);
      return { known, before, accountsTried };
    },
    async own(person, from) {
      const found = from && (await once(person ?? newId<PersonId>(), from));
      return found?.known ? from?.device : undefined;
    },
    async remember(tx, person, from) {
      const { device, here } = await once(person, from);
      if (!device) return;
      const now = clock.now();
      const place = placeOf(from.source);
      const lately = here && now.getTime() - here.at.getTime() < seenGrain;
      if (lately && JSON.stringify(await here.place()) === JSON.stringify(place)) return;
      const kept = JSON.stringify({ device: deviceOf(from), ...(place ? { place } : {}) });
      const sealed = await kms.wrap('contact', Buffer.from(kept), deviceContext(person, device));
      await store.put(tx, { person, device, sealed, last_seen_at: now });
    },
    removeExpired: () => store.removeBefore(new Date(clock.now().getTime() - knownFor)),
  };
}

export const deviceContext = (person: PersonId, device: Buffer): string =>
  `known-device:${person}:${device.toString('base64url')}`;
