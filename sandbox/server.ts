import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import type { Pool } from 'pg';
import {
  keepPassport,
  keepPhoneAccount,
  keepRecords,
  motorVehicles,
  orderlyPhoneAccount,
  passportOf,
  passportOffice,
  passportTable,
  phoneAccountTable,
  phoneCarrier,
  recordsOf,
  recordTables,
  socialSecurity,
} from './authorities/index.ts';
import { clearingHouse, debitTable } from './bank/index.ts';
import { prepare } from './database.ts';
import { outbox, outboxTable } from './outbox/index.ts';
import { assets, cameras, type Links, language, noSuchPage, pages } from './pages/index.ts';
import { sandboxPeople } from './people/people.ts';
import { sandboxPhones } from './people/phones.ts';

export interface SandboxSettings {
  readonly port: number; // 0: any free one
  readonly host: string;
  readonly pool: Pool; // of the sandbox's own database; stays open after `close`
  readonly apiKey: string; // bearer key of the authorities and of the outbox
  readonly links: Links; // where a browser finds Signet and the agencies
}

export interface RunningSandbox {
  readonly origin: string; // e.g. http://127.0.0.1:8083
  close(): Promise<void>;
}

/**
 * Starts the make-believe world on one port: pages, outbox and authorities. Makes its tables where they are missing
 * and brings the records of the sandbox people up to date. Rejects where the port or the database cannot be had.
 */
export async function startSandbox(settings: SandboxSettings): Promise<RunningSandbox> {
  const { pool, host, port } = settings;
  await prepare(pool, async (client) => {
    await client.query(recordTables + passportTable + phoneAccountTable + debitTable + outboxTable);
    for (const person of sandboxPeople) {
      await keepRecords(client, recordsOf(person));
      await keepPassport(client, passportOf(person));
      await keepPhoneAccount(client, orderlyPhoneAccount(person));
    }
    for (const { account } of sandboxPhones) await keepPhoneAccount(client, account);
  });
  const server = createAdaptorServer({ fetch: sandboxApp(settings).fetch });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${bound}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      // Somebody may be waiting for an authority that hangs: the world ends for them too.
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

/** Everything as one app. The tables must exist. */
function sandboxApp({ pool, apiKey, links }: Omit<SandboxSettings, 'port' | 'host'>): Hono {
  const world = new Hono();
  world.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'], // the visitor's pictures never lie on the server
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
      referrerPolicy: 'same-origin', // stricter would make a form's Origin null, and csrf() refuse it
      strictTransportSecurity: false, // plain HTTP on a laptop
    }),
  );
  world.route('/', motorVehicles(pool, apiKey));
  world.route('/', passportOffice(pool, apiKey));
  world.route('/', socialSecurity(pool, apiKey));
  world.route('/', phoneCarrier(pool, apiKey));
  world.route('/', clearingHouse(pool, apiKey));
  world.route('/', assets());
  world.route('/', cameras());
  world.use(language);
  world.use('/your-own', csrf());
  world.use('/outbox/handset/*', csrf());
  world.route('/', outbox(pool, apiKey));
  world.route('/', pages(pool, links));
  world.notFound(noSuchPage);
  return world;
}
