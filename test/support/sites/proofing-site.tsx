import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createApp, startServer } from '../../../packages/signet/src/http/index.ts';
import {
  err,
  newId,
  ok,
  type PersonId,
  Redacted,
  type Transact,
  type Tx,
} from '../../../packages/signet/src/kernel/index.ts';
import { registerAgencies } from '../../../packages/signet/src/modules/agencies/index.ts';
import type {
  Presence,
  Session,
  Sessions,
} from '../../../packages/signet/src/modules/authentication/index.ts';
import { asPending, type Figures } from '../../../packages/signet/src/modules/proofing/index.ts';
import { howItGoesRoutes } from '../../../packages/signet/src/web/about/index.ts';
import { createGuards, type GuardNeeds } from '../../../packages/signet/src/web/guards/index.ts';
import type { Pages } from '../../../packages/signet/src/web/index.ts';
import { proofingPages } from '../../../packages/signet/src/web/proofing/index.ts';
import { type PendingRequest, postedForm } from '../../../packages/signet/src/web/request/index.ts';
import {
  type Guards,
  type RouteKey,
  type Routes,
  routeTable,
  signetRoutes,
} from '../../../packages/signet/src/web/routes/index.ts';
import { assetsFolder, repository } from '../repository.ts';
import { FakeProofing } from '../worlds/fake-proofing.ts';
import { startCameraLender } from './camera-lender.ts';
import { freePort } from './free-port.ts';
import { sampleHelp } from './sample-help.ts';

/** The session cookie that `load` knows. */
export const sessionCookie = { name: 'signet', value: 'who.secret' } as const;

export const waitingRequest: PendingRequest = {
  uid: 'request-1',
  agency: 'revenue',
  agencyName: { en: 'the Department of Revenue', es: 'el Departamento de Ingresos' },
  origin: 'http://localhost:1',
};

const theDepartment = registerAgencies(
  [
    {
      id: waitingRequest.agency,
      name: { en: 'Department of Revenue', es: 'Departamento de Ingresos' },
      nameInSentence: waitingRequest.agencyName,
      purpose: { en: '', es: '' },
      home: waitingRequest.origin,
      help: sampleHelp,
      redirectUris: [`${waitingRequest.origin}/callback`],
      postLogoutRedirectUris: [],
      keys: [{ kty: 'EC' }],
      entitled: ['name', 'birthdate', 'address', 'ssn'],
      optional: [],
    },
  ],
  { onLoopback: true },
);

export interface ProofingSite {
  /** `http://localhost:<port>`. */
  readonly url: string;
  readonly proofing: FakeProofing;
  /** The person at the browser; a test may change it at any time. */
  readonly visitor: {
    aal: Session['aal'];
    request: PendingRequest | undefined;
    opensVault: boolean;
    hasVault: boolean;
    /** Nobody signed in, but reading the mailbox of an account that they want to get back into. */
    recovers: boolean;
    /** And whose session knows that they are proving again who they are. */
    provesAgain: boolean;
    /** What their session remembers besides. */
    readonly pending: Record<string, unknown>;
  };
  readonly faults: unknown[];
  close(): Promise<void>;
}

/** The pages of proofing behind the real server and middleware, on a case in memory. */
export async function openProofingSite(
  options: { sandbox?: boolean; sandboxHome?: string; figures?: Figures } = {},
): Promise<ProofingSite> {
  const { sandbox = true } = options;
  const lender = await startCameraLender();
  const sandboxHome = sandbox ? (options.sandboxHome ?? lender.home) : undefined;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const proofing = new FakeProofing();
  proofing.jpeg = await readFile(path.join(repository, 'sandbox', 'faces', 'p01_0.jpg'));
  const visitor: ProofingSite['visitor'] = {
    aal: 2,
    request: undefined,
    opensVault: true,
    hasVault: true,
    recovers: false,
    provesAgain: false,
    pending: {},
  };
  const person = newId<PersonId>();
  const faults: unknown[] = [];
  const load = async (cookie: string) =>
    cookie === sessionCookie.value ? presenceOf(person, visitor) : undefined;
  const transact: Transact = (work) => work({} as Tx);
  const elsewhere = signetRoutes();
  elsewhere.get('/continue', (c) => c.text('sign in'));
  elsewhere.get('/recover/choose', (c) => c.text('the ways to recover'));
  elsewhere.post('/interaction/:uid/consent', (c) => c.text(String(postedForm(c).answer)));
  const recovery: Parameters<typeof proofingPages>[0]['recovery'] = {
    personUnderWay: async () => (visitor.recovers ? person : undefined),
    succeed: async (presence, proof) =>
      (await proof.accept({} as Tx)) ? ok(presence) : err({ code: 'does-not-match' }),
  };
  const hasVault = async () => visitor.hasVault;
  const routes = proofingPages({
    proofing,
    transact,
    sessions: {
      async setPending(presence, patch) {
        if ('proofing.recovery' in patch) visitor.provesAgain = true;
        else Object.assign(visitor.pending, patch);
        return presence;
      },
    },
    agencies: theDepartment,
    recovery,
    hasVault,
    origin: url,
    reviewRetentionDays: 14,
    ...(sandboxHome && { sandboxHome }),
  });
  const figures = options.figures && (async () => options.figures as Figures);
  const pages = onlyThese(
    [elsewhere, howItGoesRoutes(figures), ...routes],
    guardsOf({ recovery, proofing, hasVault }),
  );
  const app = createApp({
    assets: assetsFolder,
    sessions: { load } as unknown as Sessions,
    origin: url,
    sandbox,
    sandboxHome,
    trustedProxies: 1,
    pages,
    mostPhotoMegabytes: 64,
    onRequest: () => {},
    onFault: (error) => faults.push(error),
  });
  const server = await startServer({
    ready: async () => true,
    limits: { mostRequests: 256, notReadySeconds: 0, finishSeconds: 2 },
    app,
    federation: { owns: () => false, handle: async () => {} },
    agencyOrigins: [],
    sandbox,
    trustedProxies: 1,
    host: '127.0.0.1',
    port,
    hostSetting: 'none',
    portSetting: 'none',
    onRequest: () => undefined,
    onFault: (error) => faults.push(error),
  });
  return {
    url,
    proofing,
    visitor,
    faults,
    close: () => {
      lender.close();
      return server.close();
    },
  };
}

/** The rows of the table that these routes are for; what lies beside proofing is open here. */
function onlyThese(routes: readonly Routes[], guards: Guards): Pages {
  const keys = routes.flatMap(({ handlers }) => [...handlers.keys()]);
  const table = Object.fromEntries(
    Object.entries(routeTable).filter(([key]) => keys.includes(key as RouteKey)),
  );
  return { table, routes, guards };
}

function guardsOf(needs: Pick<GuardNeeds, 'hasVault' | 'recovery' | 'proofing'>): Guards {
  const guards = createGuards({ ...({} as GuardNeeds), ...needs });
  return {
    ...guards,
    'agency-request': guards.open,
    'recovery-under-way': (c, route) =>
      c.req.path === '/recover/choose' ? undefined : guards['recovery-under-way'](c, route),
  };
}

function presenceOf(person: PersonId, visitor: ProofingSite['visitor']): Presence {
  const { request, opensVault, recovers, provesAgain, pending } = visitor;
  const recovery = { subject: person, account: person, secret: new Redacted('s'.repeat(43)) };
  const aal = recovers ? 0 : visitor.aal;
  return {
    cookie: new Redacted(sessionCookie.value),
    session: {
      id: 'hash',
      ref: 'ref',
      events: [],
      aal,
      phishingResistant: false,
      recent: false,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 3_600_000),
      opensVault,
      pending: {
        ...pending,
        ...(request && { request }),
        ...(recovers && provesAgain && asPending(recovery)),
      },
      ...(aal > 0 && { person }),
    },
  };
}
