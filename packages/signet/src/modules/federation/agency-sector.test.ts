import { decodeJwt } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database/database.ts';
import { testKms } from '../../../../../test/support/database/kms.ts';
import { newFlow, open, signInAt } from '../../../../../test/support/sites/openid-calls.ts';
import {
  type SignetOptions,
  startSignet,
  type TestSignet,
} from '../../../../../test/support/sites/signet.ts';
import { makeAccount, type Visitor } from '../../../../../test/support/visitors/signet-visitor.ts';
import { makeVerified } from '../../../../../test/support/visitors/verified-visitor.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start(options: SignetOptions): Promise<TestSignet> {
  const world = await startSignet(options);
  opened.push(() => world.close());
  return world;
}

async function database(): Promise<TestDatabase> {
  const made = await createTestDatabase();
  opened.push(() => made.drop());
  return made;
}

const at = (host: string) => ({
  home: `https://${host}`,
  redirectUris: [`https://${host}/callback`],
  postLogoutRedirectUris: [`https://${host}/signed-out`],
});

const subAt = async (world: TestSignet, who: Visitor, agency = world.permits): Promise<string> =>
  String(decodeJwt((await signInAt(world, agency, who.browser)).idToken).sub);

describe('the identifier that an agency knows a person by (C3)', () => {
  it('finding F1: stays when the agency moves to another host, and when it gets a second one', async () => {
    const { url: databaseUrl } = await database();
    const kms = await testKms();
    const before = await start({ databaseUrl, kms, agencies: { permits: at('old.example') } });
    const visitor = await makeAccount(before);
    const sub = await subAt(before, visitor);
    for (const redirectUris of [
      ['https://new.example/back'],
      ['https://new.example/back', 'https://other.example/back'],
    ]) {
      const permits = { ...at('new.example'), redirectUris };
      const after = await start({ databaseUrl, kms, agencies: { permits } });
      expect(await subAt(after, visitor)).toBe(sub);
    }
  });

  it('finding F1: is another one for each of two agencies on one host', async () => {
    const world = await start({
      agencies: { permits: at('shared.example'), records: at('shared.example') },
    });
    const ana = await makeVerified(world);
    expect(await subAt(world, ana)).not.toBe(await subAt(world, ana, world.records));
  });

  it('finding F1: is kept through a change of the agency’s id by the sector in its registration', async () => {
    const { url: databaseUrl } = await database();
    const kms = await testKms();
    const before = await start({ databaseUrl, kms, agencies: { permits: { sector: 'tax.example:8443' } } });
    const visitor = await makeAccount(before);
    const sub = await subAt(before, visitor);
    const renamed = { id: 'licences', sector: 'tax.example:8443' };
    const after = await start({ databaseUrl, kms, agencies: { permits: renamed } });
    expect(await subAt(after, visitor)).toBe(sub);
    const apart = await start({
      databaseUrl,
      kms,
      agencies: { permits: { ...renamed, sector: 'licences' } },
    });
    expect(await subAt(apart, visitor)).not.toBe(sub);
  });

  it('finding F3: redirects to two hosts need no document at an address: the request is taken', async () => {
    const redirectUris = ['https://permits.example/callback', 'https://permits.example.net/callback'];
    const world = await start({ agencies: { permits: { redirectUris } } });
    for (const redirect_uri of redirectUris) {
      const page = await open(
        world,
        newFlow(world.permits, { redirect_uri }),
        (await makeAccount(world)).browser,
      );
      expect(page.url.pathname).toMatch(/^\/interaction\//);
    }
  });
});
