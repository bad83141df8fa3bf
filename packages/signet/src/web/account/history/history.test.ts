import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../../../../test/support/browser/cookie-browser.ts';
import { newFlow, open, signInAt, userinfo } from '../../../../../../test/support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import { headingIn, makeAccount, submit } from '../../../../../../test/support/visitors/signet-visitor.ts';
import {
  makeVerified,
  type VerifiedVisitor,
} from '../../../../../../test/support/visitors/verified-visitor.ts';

let world: TestSignet;
let visitor: VerifiedVisitor;
beforeAll(async () => {
  world = await startSignet({ agencies: { records: { optional: ['address'] } } });
  visitor = await makeVerified(world);
});
afterAll(() => world.close());

const see = (path: string, browser = visitor.browser) => browser.visit(world.origin + path);

describe('history', () => {
  it('shows what the person did and what staff looked at, by kind, a page at a time', async () => {
    const account = await world.signet.accounts.get(visitor.person);
    const record = (count: number, event: object) =>
      world.signet.transact(async (tx) => {
        for (let n = 0; n < count; n++)
          await world.signet.audit.record(tx, { subject: account?.auditRef, ...event } as never);
      });
    const reviewed = { action: 'proofing.reviewed', actor: { kind: 'staff', ref: 'agent-7' } };
    await record(1, { ...reviewed, details: { status: 'approved' } });
    await record(26, { action: 'session.ended', actor: { kind: 'person' } });
    const first = await see('/account/history');
    expect(first.body).not.toContain('You made your account');
    const earlier = /href="(\/account\/history\?before=\d+)"/.exec(first.body)?.[1] ?? '';
    const second = await see(earlier);
    expect(second.body).toContain('You made your account');
    expect(second.body).toContain('By a member of our staff, reference agent-7');
    expect(second.body).toMatch(/<time datetime="[\d-]+T[^"]+">[^<]+ E[SD]T<\/time>/);
    const staff = (await see('/account/history?show=staff')).body;
    expect(staff).toContain('agent-7');
    expect(staff).not.toContain('You made your account');
    expect((await see('/account/history?show=nonsense&before=DROP')).status).toBe(200);
  });

  it('shows nobody what happened to somebody else', async () => {
    const other = await makeAccount(world);
    expect((await see('/account/history', other.browser)).body).not.toContain('agent-7');
    const stranger = await see('/account/history', new CookieBrowser());
    expect(headingIn(stranger)).toBe('Sign in');
  });
});

describe('agencies', () => {
  it('C4: one that asks for no detail gets none, and the pages say so in place of an empty list', async () => {
    const someone = await makeAccount(world);
    const bare = newFlow(world.permits, {
      scope: 'openid',
      acr_values: 'http://idmanagement.gov/ns/assurance/aal/1',
    });
    const asked = await open(world, bare, someone.browser);
    expect(headingIn(asked)).toMatch(/^Sign in at /);
    expect(asked.body).toContain('asks for no details about you');
    expect(asked.body).not.toContain('What it needs');
    const [, action = ''] = /<form[^>]*action="([^"]+consent)"/.exec(asked.body) ?? [];
    const answer = await submit(
      someone.browser,
      asked,
      action,
      { answer: 'agree' },
      { stopAt: bare.agency.redirectUri },
    );
    expect(answer.url.searchParams.get('code')).toBeTruthy();
    const { body } = await see('/account/agencies', someone.browser);
    expect(body).toContain(
      'No details: only a code for you, how you signed in, and whether your identity is verified',
    );
  });

  it('C4: says what each was given and what was kept from it; ending it says what that does, and ends it', async () => {
    const { accessToken } = await signInAt(world, world.records, visitor.browser);
    const { accessToken: other } = await signInAt(world, world.permits, visitor.browser);
    const page = await see('/account/agencies');
    expect(page.body).toContain(
      'Your name, your date of birth, your address, your email address, and your Social',
    );
    expect(page.body).toContain('To find your file.');
    expect(page.body).toContain('You signed in to the Office of records');
    const history = await see('/account/history?show=data');
    expect(history.body).toContain('It got your email address.');
    expect((await see('/account/history?show=signIns')).body).toContain(
      'You signed in to the Office of records',
    );
    const confirm = await see('/account/agencies/records/end');
    expect(headingIn(confirm)).toBe('End the connection with the Office of records?');
    expect(confirm.body).toContain('keeps what it already got');
    expect((await userinfo(world, accessToken)).status).toBe(200);
    const ended = await submit(visitor.browser, confirm, '/account/agencies/end');
    expect(ended.body).toContain('The connection was ended');
    expect(ended.body).not.toContain('Office of records');
    expect((await userinfo(world, accessToken)).status).toBe(401);
    expect((await userinfo(world, other)).status).toBe(200);
    const again = await open(world, newFlow(world.records), visitor.browser);
    expect(headingIn(again)).toBe('Share your information with the Office of records');
  });

  it('C4: what a person leaves out is listed as kept back', async () => {
    const page = await open(world, newFlow(world.records), visitor.browser);
    await submit(
      visitor.browser,
      page,
      `${page.url.pathname}/consent`,
      { answer: 'agree' },
      {
        stopAt: 'https://records.example/',
      },
    );
    expect((await see('/account/agencies')).body).toMatch(
      /What you chose not to share<\/dt><dd>Your address<\/dd>/,
    );
    const nobody = await see('/account/agencies/never-connected/end');
    expect(nobody.url.pathname).toBe('/account/agencies');
  });
});
